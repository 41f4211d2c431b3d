import { readdir } from 'node:fs/promises'

import type { MikroORM } from '@mikro-orm/postgresql'

/** Any number will do, as long as no other program on this database uses it. */
const migrationLock = 5_347_831

/**
 * Brings the database to the newest schema. Safe to call from several processes at once: one
 * migrates, the others wait.
 * @returns the names of the migrations that were applied
 */
export async function migrate(orm: MikroORM): Promise<string[]> {
  const em = orm.em.fork()
  await em.begin()
  try {
    await em.execute('select pg_advisory_xact_lock(?)', [migrationLock])
    const applied = await orm.migrator.up()
    return applied.map(({ name }) => name)
  } finally {
    await em.rollback()
  }
}

/**
 * Writes the migration from the newest snapshot to the entities as they are.
 * @returns its file, or null when the entities have not changed
 */
export async function createMigration(orm: MikroORM, name?: string): Promise<string | null> {
  const isFirst = (await readdir(migrationsFolder(orm))).every((file) => !file.endsWith('.ts'))
  const { fileName } = await orm.migrator.create(undefined, false, isFirst, name)
  return fileName || null
}

function migrationsFolder(orm: MikroORM): string {
  const { path: folder } = orm.config.get('migrations')
  if (!folder) throw new Error('no folder for migrations is configured')
  return folder
}
