import type { MikroORM } from '@mikro-orm/postgresql'

export interface Statement {
  text: string
  values: unknown[]
}

/** After a failure the database is left alone for so long: a call must not wait for it repeatedly. */
const pauseMs = 2_000

/** Where limits are kept exactly: what rate-limiter-flexible asks of a PostgreSQL client. */
export class LimitStore {
  readonly #orm: MikroORM
  #pausedUntil = 0

  constructor(orm: MikroORM) {
    this.#orm = orm
  }

  async query({ text, values }: Statement): Promise<{ rows: unknown[]; rowCount: number | null }> {
    if (performance.now() < this.#pausedUntil) throw new Error('the limits are not at hand')
    try {
      const pool = await this.#orm.em.getConnection().getNativeClient()
      return await pool.query(text, values)
    } catch (error) {
      this.#pausedUntil = performance.now() + pauseMs
      throw error
    }
  }
}
