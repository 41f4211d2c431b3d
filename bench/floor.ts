import { readFile, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { build } from 'vite'

export interface Floor extends AsyncDisposable {
  url: string
}

/**
 * An empty page with React, built as the player is and served compressed, and one with nothing but
 * an audio element, at `/sound.html`: what no page can beat.
 * @param audio the WAV file that it plays
 */
export async function serveFloor(audio: Uint8Array): Promise<Floor> {
  const root = path.join(import.meta.dirname, 'floor')
  const outDir = path.join(root, 'dist')
  const input = ['index.html', 'sound.html'].map((page) => path.join(root, page))
  const rolldownOptions = { input }
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true, rolldownOptions } })
  const server = createServer((request, response) => void answer(request.url ?? '/', response))
  const answer = async (url: string, response: ServerResponse) => {
    if (url.startsWith('/tone.wav')) {
      const range = `bytes 0-${audio.length - 1}/${audio.length}`
      return response
        .writeHead(206, { 'content-type': 'audio/wav', 'content-range': range })
        .end(audio)
    }
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
