import { showToast } from '@segue/ui'
import { messages } from './messages.ts'

/** So long after the page has come, so that it has the network to itself till then. */
const startAfterMs = 3000
const updateEveryMs = 60 * 60_000

let registration: Promise<ServiceWorkerRegistration | null> | undefined

/**
 * Starts the worker that lets the player open without the network, once the page is there and quiet.
 * A newer build takes over at once; what is open goes on as it is and is told.
 */
export function startServiceWorker(): void {
  // In development files have no lasting names; browsers offer none to pages they don't trust.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data.type === 'build' && !isThisBuild(data.entry)) offerReload()
  })
  if (navigator.serviceWorker.controller) void registered()
  else if (document.readyState === 'complete') setTimeout(registered, startAfterMs)
  else globalThis.addEventListener('load', () => setTimeout(registered, startAfterMs))
}

/** The worker's registration, made now if it is not yet; null where the browser has none to give. */
export function registered(): Promise<ServiceWorkerRegistration | null> {
  registration ??= register()
  return registration
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  try {
    const made = await navigator.serviceWorker.register('/sw.js')
    lookForUpdates(made)
    return made
  } catch {
    // Private windows and full disks: the player does without.
    return null
  }
}

/** A player that is open for days asks for a newer build when somebody comes back to it. */
function lookForUpdates(made: ServiceWorkerRegistration): void {
  let lookedAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - lookedAt < updateEveryMs) return
    lookedAt = Date.now()
    made.update().catch(() => {
      // No network, or no server: another time.
    })
  })
}

/**
 * Where a part of this build is gone from the server, since there is another one, the page is loaded
 * anew; while it is busy its listener is asked.
 */
export function followNewBuilds(isBusy: () => boolean): void {
  globalThis.addEventListener('vite:preloadError', (event) => {
    // Else the router would load the page anew at once.
    if (isBusy()) event.preventDefault()
    void takeNewBuild(isBusy)
  })
}

async function takeNewBuild(isBusy: () => boolean): Promise<void> {
  if (!(await isOutdated())) return
  if (isBusy()) offerReload()
  else globalThis.location.reload()
}

/** Whether the server has another build by now; no where nobody answers. */
async function isOutdated(): Promise<boolean> {
  try {
    const html = await (await fetch('/', { cache: 'no-store' })).text()
    const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')
    return entry !== null && !html.includes(new URL(entry.src).pathname)
  } catch {
    return false
  }
}

function isThisBuild(entry: string): boolean {
  return document.querySelector(`script[src="${CSS.escape(entry)}"]`) !== null
}

function offerReload(): void {
  const { update } = messages
  showToast({
    title: update.newVersion,
    action: { label: update.reload, onSelect: () => globalThis.location.reload() },
  })
}
