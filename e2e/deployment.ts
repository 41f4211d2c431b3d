import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { sendAppFile } from '../apps/server/src/static-files.ts'

const built = fileURLToPath(new URL('../apps/player/dist', import.meta.url))

/** The player's files in front of a server, of one build and then of the next. */
export interface Deployment extends AsyncDisposable {
  url: string
  /** Takes the files of the first build away and puts those of the next there. */
  deploy(): void
  /** The build goes back to the first. */
  reset(): void
}

/** Serves the build there is; all but its files and pages comes from the server behind. */
export async function openDeployment(serverUrl: string): Promise<Deployment> {
  const next = await nextBuild()
  let folder = built
  let url = ''
  const server = createServer((asked, answer) => {
    const at = asked.url?.split('?')[0] ?? '/'
    if (/^\/(trpc|s3|covers)\//.test(at)) return passOn(asked, answer, { serverUrl, url })
    sendAppFile(asked, answer, { folder, path: at })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    deploy: () => (folder = next),
    reset: () => (folder = built),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await rm(next, { recursive: true, force: true })
    },
  }
}

/** A copy of the build in which every script has another name, as after a change to each of them. */
async function nextBuild(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'segue-next-build-'))
  await cp(built, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) })
  const assets = path.join(folder, 'assets')
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'))
  const renamed = new Map(scripts.map((name) => [name, name.replace(/\.js$/, '0.js')]))
  const withNames = (code: string) =>
    code.replaceAll(/[\w.-]+\.js\b/g, (name) => renamed.get(name) ?? name)
  const files = [...scripts.map((name) => path.join(assets, name)), path.join(folder, 'index.html')]
  for (const file of files) await writeFile(file, withNames(await readFile(file, 'utf8')))
  for (const [name, other] of renamed)
    await rename(path.join(assets, name), path.join(assets, other))
  const worker = path.join(folder, 'sw.js')
  const code = withNames(await readFile(worker, 'utf8'))
  await writeFile(worker, code.replace(/\b[\da-f]{12}\b/, 'abcdefabcdef'))
  return folder
}

/** As a proxy does it that keeps the server's name to itself. */
function passOn(
  asked: IncomingMessage,
  answer: ServerResponse,
  { serverUrl, url }: { serverUrl: string; url: string },
): void {
  const { host } = new URL(serverUrl)
  const headers = { ...asked.headers, host, 'accept-encoding': 'identity' }
  if (asked.headers.origin) Object.assign(headers, { origin: serverUrl })
  const { method } = asked
  const passed = request(new URL(asked.url ?? '/', serverUrl), { method, headers }, (got) => {
    const { 'content-length': _length, ...kept } = got.headers
    if (!got.headers['content-type']?.includes('json')) {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
      return
    }
    void text(got).then((body) => {
      answer.writeHead(got.statusCode ?? 502, kept)
      return answer.end(body.replaceAll(serverUrl, url))
    })
  })
  passed.on('error', () => answer.destroy())
  asked.pipe(passed)
}
