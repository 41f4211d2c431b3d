import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { TestProject } from 'vitest/node'

import { createOrm, migrate } from '@segue/api'

import { startPostgres } from '../apps/server/src/embedded/postgres.ts'
import { startTestStore } from './test-store.ts'

/** One PostgreSQL and one object store for the whole run, both real. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), 'segue-test-'))
  const postgres = await startPostgres({
    directory: path.join(directory, 'postgres'),
    durable: false,
  })
  const store = await startTestStore(path.join(directory, 'objects'))
  await migrateTemplate(postgres.url)
  project.provide('postgresUrl', postgres.url)
  project.provide('store', store.address)
  return async () => {
    await store.stop()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function migrateTemplate(url: string): Promise<void> {
  const admin = await createOrm({ url })
  await admin.em.execute('create database template_segue')
  await admin.close()
  const template = new URL(url)
  template.pathname = '/template_segue'
  const orm = await createOrm({ url: template.href })
  await migrate(orm)
  await orm.close()
}
