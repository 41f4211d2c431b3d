import { Client } from 'pg'

import type { ClientClass } from '../db/orm.ts'

export interface Statement {
  text: string
  values?: unknown[]
}

/** A driver's client that remembers every statement, for tests that count them or ask for plans. */
export function recordingClient(): { Recording: ClientClass; statements: Statement[] } {
  const statements: Statement[] = []
  class Recording extends Client {
    override query(...parameters: unknown[]): never {
      const [query, values] = parameters as [string | Statement, unknown[] | undefined]
      statements.push(typeof query === 'string' ? { text: query, values } : query)
      return (super.query as (...parameters: unknown[]) => never)(...parameters)
    }
  }
  return { Recording, statements }
}

/** How the database goes about a statement, as text. */
export async function planOf({ text, values }: Statement, databaseUrl: string): Promise<string> {
  const client = new Client(databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.end()
  }
}
