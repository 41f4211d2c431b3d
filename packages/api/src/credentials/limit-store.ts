import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'

import { isDatabaseAway } from '../db/is-database-away.ts'

export interface Statement {
  text: string
  values: unknown[]
}

/** A database that is away is left alone for so long: a call must not wait for it repeatedly. */
const pauseMs = 2_000

/** Where limits are kept exactly: what rate-limiter-flexible asks of a PostgreSQL client. */
export class LimitStore {
  readonly #orm: MikroORM
  readonly #logger: Logger
  #pausedUntil = 0
  #isAway = false

  constructor(orm: MikroORM, logger: Logger) {
    this.#orm = orm
    this.#logger = logger
  }

  async query({ text, values }: Statement): Promise<{ rows: unknown[]; rowCount: number | null }> {
    if (performance.now() < this.#pausedUntil) throw new Error('the limits are not at hand')
    try {
      const pool = await this.#orm.em.getConnection().getNativeClient()
      const answer = await pool.query(text, values)
      this.#isAway = false
      return answer
    } catch (err) {
      if (isDatabaseAway(err)) this.#pausedUntil = performance.now() + pauseMs
      if (!this.#isAway) this.#logger.warn({ err }, 'limits are counted in memory meanwhile')
      this.#isAway = true
      throw err
    }
  }
}
