import { databasePool, type Observer, type Services } from '@segue/api'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What this process tells Prometheus. */
export interface Metrics {
  registry: Registry
  /** Is told by the API of calls and security events. */
  observer: Observer
  /** Counts an answer. @param route the first part of the path, one of those that are served */
  onAnswer(route: string, status: number): void
  /** Tells of this database's connections from now on. */
  watchDatabase(services: Services): void
}

/**
 * Rate, errors and duration by procedure, requests by route, security events, the database's pool,
 * and of the process event loop, memory and garbage. Every label has a closed set of values: names
 * of procedures, reasons, routes, statuses.
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: 'segue_calls_total',
    help: "Calls of procedures by outcome: 'ok', or the reason they were refused for",
    labelNames: ['procedure', 'outcome'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'segue_call_duration_seconds',
    help: 'Time a procedure took, sign-in and limits included',
    labelNames: ['procedure'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const requests = new Counter({
    name: 'segue_http_requests_total',
    help: 'HTTP requests answered, by the first part of their path',
    labelNames: ['route', 'status'] as const,
    registers,
  })
  const events = new Counter({
    name: 'segue_security_events_total',
    help: 'Security events by name: failed sign-ins, refusals, changes of accounts and the like',
    labelNames: ['event'] as const,
    registers,
  })
  const limits = new Counter({
    name: 'segue_limits_reached_total',
    help: 'How often a limit was reached by somebody; calls refused after that are not counted here',
    labelNames: ['limit'] as const,
    registers,
  })
  return {
    registry,
    observer: {
      onCall({ procedure, outcome, seconds }) {
        calls.inc({ procedure, outcome })
        durations.observe({ procedure }, seconds)
      },
      onSecurityEvent(event, limit) {
        events.inc({ event })
        if (limit) limits.inc({ limit })
      },
    },
    onAnswer: (route, status) => requests.inc({ route, status }),
    watchDatabase: (services) => registry.registerMetric(connections(services)),
  }
}

function connections(services: Services): Gauge<'state'> {
  return new Gauge({
    name: 'segue_database_connections',
    help: 'Connections to the database that are open or idle, and callers that wait for one',
    labelNames: ['state'] as const,
    registers: [],
    async collect() {
      const pool = await databasePool(services).catch(() => null)
      if (!pool) return
      this.set({ state: 'open' }, pool.open)
      this.set({ state: 'idle' }, pool.idle)
      this.set({ state: 'waiting' }, pool.waiting)
    },
  })
}
