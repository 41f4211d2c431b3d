import { hasEnded, packageManagerChain } from './package-manager.ts'

/**
 * Watches for the wish to stop: SIGINT, SIGTERM or SIGHUP, or the end of the package manager that
 * started this process and may not pass signals on. A second signal ends the process at once.
 */
export function watchForStop({
  isRunByPackageManager,
}: {
  isRunByPackageManager: boolean
}): AbortSignal {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1)
    controller.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (isRunByPackageManager) watchChain(() => controller.abort())
  return controller.signal
}

/** npx ends on a signal without telling the package manager it has started. */
function watchChain(onEnd: () => void): void {
  const chain = packageManagerChain()
  const timer = setInterval(() => {
    if (!chain.some(hasEnded)) return
    clearInterval(timer)
    onEnd()
  }, 500)
  timer.unref()
}
