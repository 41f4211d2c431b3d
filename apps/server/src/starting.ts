import type { Logger } from 'pino'

import type { Config } from './config.ts'
import type { Backend } from './http.ts'
import type { Metrics } from './metrics.ts'
import type { OriginRules } from './origins.ts'

export interface StartOptions {
  config: Config
  /** Is told of long steps, a line each. */
  say(line: string): void
  /** Gives the start up between two steps. */
  signal: AbortSignal
}

/** What the steps of a start share. */
export interface Starting extends StartOptions {
  logger: Logger
  origins: OriginRules
  backend: Backend
  metrics: Metrics
  /** This server as it reaches itself. */
  local: string
  /** What has been started; ends in the reverse order. */
  parts: AsyncDisposableStack
}
