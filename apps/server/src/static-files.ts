import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

import mime from 'mime'
import send from 'send'

const encodings = { br: '.br', gzip: '.gz' }
/** Vite puts what has a hash in its name here. */
const hashed = /^\/assets\//
const year = 31_536_000

/**
 * Serves a built web app. A path that names no file is a page of the app, which routes by itself,
 * for browsers that go to it; for whoever asks for anything but a page there is nothing.
 * @param path within the app, decoded by no one yet, beginning with a slash
 */
export function sendAppFile(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, path }: { folder: string; path: string },
): void {
  const isFile = extname(path) !== '' || hashed.test(path) || path.includes('/.')
  if (/\.(br|gz|map)$/i.test(path)) answerPlain(response, 404)
  else if (isFile) sendFile(request, response, { folder, path })
  else if (path === '/' || request.headers.accept?.includes('text/html'))
    sendFile(request, response, { folder, path: '/index.html' })
  else answerPlain(response, 404)
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, path }: { folder: string; path: string },
): void {
  const variant = smallest(request, folder, path)
  response.setHeader('content-type', contentType(path))
  response.setHeader('vary', 'accept-encoding')
  response.setHeader(
    'cache-control',
    hashed.test(path) ? `public, max-age=${year}, immutable` : 'no-cache',
  )
  if (variant) response.setHeader('content-encoding', variant)
  const file = variant ? path + encodings[variant] : path
  send(request, file, { root: folder, index: false, cacheControl: false, acceptRanges: !variant })
    .on('error', (error: { status?: number }) => answerPlain(response, error.status ?? 500))
    .on('directory', () => answerPlain(response, 404))
    .pipe(response)
}

/** The smallest form of a file that the build made and the browser takes. */
function smallest(
  { headers }: IncomingMessage,
  folder: string,
  path: string,
): keyof typeof encodings | undefined {
  const accepted = headers['accept-encoding'] ?? ''
  const known = ['br', 'gzip'] as const
  return known.find(
    (name) =>
      new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted) &&
      /^[\w/.-]+$/.test(path) &&
      !path.includes('..') &&
      existsSync(join(folder, path + encodings[name])),
  )
}

function contentType(path: string): string {
  const type = mime.getType(path) ?? 'application/octet-stream'
  return /^text\/|javascript|json|manifest/.test(type) ? `${type}; charset=utf-8` : type
}

/** A short answer in words that no cache keeps. */
export function answerPlain(response: ServerResponse, status: number, text?: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  for (const name of ['content-encoding', 'content-length', 'etag', 'last-modified'])
    response.removeHeader(name)
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.statusCode = status
  response.end(`${text ?? (status === 404 ? 'not found' : 'error')}\n`)
}
