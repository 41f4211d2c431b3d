import { readFile, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { build } from 'vite'

export interface Floor extends AsyncDisposable {
  url: string
}

/** An empty page with React, built as the player is and served compressed: what no page can beat. */
export async function serveFloor(): Promise<Floor> {
  const root = path.join(import.meta.dirname, 'floor')
  const outDir = path.join(root, 'dist')
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = createServer((request, response) => void answer(request.url ?? '/', response))
  const answer = async (url: string, response: ServerResponse) => {
    const file = url === '/' ? '/index.html' : path.posix.normalize(url)
    const body = await readFile(path.join(outDir, file)).catch(() => null)
    if (body === null) return response.writeHead(404).end()
    const type = file.endsWith('.js') ? 'text/javascript' : 'text/html'
    const headers = { 'content-type': type, 'content-encoding': 'gzip' }
    return response.writeHead(200, headers).end(gzipSync(body))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port was given')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
