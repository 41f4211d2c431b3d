import { randomUUID } from 'node:crypto'

import { expect, inject, it } from 'vitest'

import { migrate } from './migrate.ts'
import { createOrm } from './orm.ts'

it('brings an empty database to what the entities say, once among servers that start at once', async () => {
  const server = await createOrm({ url: inject('postgresUrl'), poolSize: 1 })
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await server.em.execute(`create database ${name}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const orms = await Promise.all([1, 2, 3].map(() => createOrm({ url: url.href, poolSize: 3 })))
  try {
    const applied = await Promise.all(orms.map(migrate))
    const [none, noneEither, all] = applied.toSorted((a, b) => a.length - b.length)
    expect([none, noneEither]).toEqual([[], []])
    expect(all?.[0]).toMatch(/_initial$/)
    expect(new Set(all).size).toBe(all?.length)
    expect(await orms[0]?.schema.getUpdateSchemaSQL({ wrap: false })).toBe('')
  } finally {
    await Promise.all(orms.map((orm) => orm.close()))
    await server.em.execute(`drop database ${name} with (force)`)
    await server.close()
  }
})
