import { join } from 'node:path'

import { createMigration, createOrm, migrate } from '@segue/api'

import { checkDatabase } from './check-database.ts'
import { readConfig } from './config.ts'
import { startPostgres } from './embedded/postgres.ts'

/** `migrate.ts up`: brings the database to the newest schema. `migrate.ts create [name]`: writes the next step. */
const [action = 'up', name] = process.argv.slice(2)
const say = (line: string) => void process.stdout.write(`${line}\n`)

async function openDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const { databaseUrl, dataDir } = readConfig()
  if (!databaseUrl) return startPostgres({ directory: join(dataDir, 'postgres'), onProgress: say })
  await checkDatabase(databaseUrl)
  return { url: databaseUrl, stop: async () => {} }
}

async function run(url: string): Promise<void> {
  const orm = await createOrm({ url })
  try {
    if (action === 'create')
      say((await createMigration(orm, name)) ?? 'The entities have not changed')
    else say(`Applied: ${(await migrate(orm)).join(', ') || 'nothing, the schema is the newest'}`)
  } finally {
    await orm.close()
  }
}

try {
  const database = await openDatabase()
  await run(database.url).finally(() => database.stop())
} catch (error) {
  process.stderr.write(`segue: ${(error as Error).message}\n`)
  process.exitCode = 1
}
