import { answerAudio, keptAudioPath } from './kept-audio.ts'

/** The build this worker belongs to: its entry script, and what has to be there to draw any page. */
declare const BUILD: { id: string; entry: string; files: string[] }

const build = BUILD
const worker = self as unknown as ServiceWorkerGlobalScope
const shellPrefix = 'shell-'
const shellName = `${shellPrefix}${build.id}`
/** After so long without an answer a page is drawn from the kept shell. */
const pageLimitMs = 5000
/** What is no page of the player: left to the network, as if there were no worker. */
const notPages = /^\/(admin|trpc|s3|covers|healthz|readyz|metrics|\.well-known)(\/|$)|\.\w+$/

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const answer = answerOf(event)
  if (answer) event.respondWith(answer)
})

/** A page that was open before has its files in the cache of its own build: nothing needs to wait. */
async function install(): Promise<void> {
  const shell = await caches.open(shellName)
  const page = await fetch('/', { cache: 'no-cache' })
  const html = await page.clone().text()
  if (!page.ok || !html.includes(build.entry)) throw new Error('the server has another build')
  await shell.addAll(build.files)
  await shell.put('/', page)
  await worker.skipWaiting()
}

/** Pages of the build before are still open, and may ask for more of its files. */
async function activate(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(shellPrefix))
  const others = shells.filter((name) => name !== shellName)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
  await worker.registration.navigationPreload.enable()
  await worker.clients.claim()
  for (const client of await worker.clients.matchAll())
    client.postMessage({ type: 'build', entry: build.entry })
}

/** undefined: the browser asks the network, as if there were no worker. */
function answerOf(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return undefined
  if (pathname.startsWith(keptAudioPath)) return answerAudio(request)
  if (pathname.startsWith('/assets/')) return answerAsset(request)
  if (pathname.startsWith('/covers/')) return answerCover(request)
  return request.mode === 'navigate' && !notPages.test(pathname) ? answerPage(event) : undefined
}

/** A page is always asked for; the shell stands in where nobody answers. */
async function answerPage({ request, preloadResponse }: FetchEvent): Promise<Response> {
  const asked = askForPage(request, preloadResponse)
  // Not that of the build before, which is kept for the pages that are open.
  const shell = await caches.match('/', { cacheName: shellName })
  if (!shell) return asked
  const limit = new Promise<Response>((resolve) => setTimeout(resolve, pageLimitMs, shell))
  const answer = await Promise.race([asked.catch(() => shell), limit])
  // What a proxy says while the server behind it is away.
  return answer.status === 502 || answer.status === 504 ? shell : answer
}

async function askForPage(request: Request, preload: Promise<unknown>): Promise<Response> {
  const preloaded = await preload
  return preloaded instanceof Response ? preloaded : fetch(request)
}

/** A file with a hash in its name never changes: what came once is kept with its build. */
async function answerAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok && answer.type === 'basic' && answer.status === 200) {
    const copy = answer.clone()
    const shell = await caches.open(shellName)
    await shell.put(request, copy).catch(() => undefined)
  }
  return answer
}

/** Pictures are kept with the music that is kept offline, and nowhere else. */
async function answerCover(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}
