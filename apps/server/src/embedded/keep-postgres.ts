import { setTimeout as wait } from 'node:timers/promises'

import type { Logger } from 'pino'

import { type Postgres, type PostgresOptions, startPostgres } from './postgres.ts'

const firstPauseMs = 250
const longestPauseMs = 10_000

/**
 * Starts the embedded PostgreSQL, and starts it again, on the same port, whenever it ends by itself:
 * killed for its memory, say, or gone because the disk was full. It is tried until it succeeds; the
 * server stays and says meanwhile that it is not ready.
 * @throws StartError when the first start fails
 */
export async function keepPostgres({
  logger,
  ...options
}: PostgresOptions & { logger: Logger }): Promise<Pick<Postgres, 'url' | 'stop'>> {
  const stopping = new AbortController()
  let current = await startPostgres(options)
  const port = Number(new URL(current.url).port)

  async function restart(): Promise<Postgres | undefined> {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return undefined
      try {
        return await startPostgres({ ...options, port })
      } catch (err) {
        logger.error({ err }, 'the embedded PostgreSQL does not start; it is tried again')
      }
    }
  }

  async function watch(): Promise<void> {
    for (;;) {
      await current.ended
      if (stopping.signal.aborted) return
      logger.error('the embedded PostgreSQL has ended by itself; it is started again')
      const next = await restart()
      if (!next) return
      current = next
      logger.info('the embedded PostgreSQL answers again')
    }
  }

  const watched = watch()
  return {
    url: current.url,
    async stop() {
      stopping.abort()
      await current.stop()
      await watched
      // A start that was under way has come through meanwhile.
      await current.stop()
    },
  }
}
