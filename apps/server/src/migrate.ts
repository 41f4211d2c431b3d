import { createMigration, createOrm, migrate } from '@segue/api'

import { readConfig } from './config.ts'
import { openDatabase } from './open-database.ts'

/** `migrate.ts up`: brings the database to the newest schema. `migrate.ts create [name]`: writes the next step. */
const [action = 'up', name] = process.argv.slice(2)
const say = (line: string) => void process.stdout.write(`${line}\n`)

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
  const database = await openDatabase(readConfig(), say)
  await run(database.url).finally(() => database.stop())
} catch (error) {
  process.stderr.write(`segue: ${(error as Error).message}\n`)
  process.exitCode = 1
}
