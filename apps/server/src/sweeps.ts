import {
  type Services,
  sweepAddresses,
  sweepLimits,
  sweepPlaylists,
  sweepSessions,
  sweepUploads,
} from '@segue/api'

const everyMs = 3_600_000

/**
 * Clears away, now and once an hour, what uploads never completed, sessions long over,
 * limits of hours past and playlists removed long ago have left.
 * @returns disposed, it waits for the one under way
 */
export function startSweeps(services: Services): AsyncDisposable {
  const sweep = async () => {
    try {
      await sweepSessions(services)
      await sweepAddresses(services)
      await sweepLimits(services)
      await sweepPlaylists(services)
      while ((await sweepUploads(services)) > 0) continue
    } catch (err) {
      services.logger.error({ err }, 'sweeping failed; it is tried again within the hour')
    }
  }
  let current = sweep()
  const timer = setInterval(() => {
    current = current.then(sweep)
  }, everyMs)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await current
    },
  }
}
