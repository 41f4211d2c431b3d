import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

import {
  createContext,
  DomainError,
  findSharedPlaylist,
  type RequestInfo,
  type Services,
} from '@segue/api'

import { addPreview } from './link-preview.ts'
import { answerPlain } from './static-files.ts'

const slugs = /^[\w-]{1,40}$/

interface SharedPage {
  /** What stands behind `/p/`, decoded by no one. */
  slug: string
  /** null: still starting */
  services: Services | null
  info: Pick<RequestInfo, 'requestId' | 'origin' | 'address'>
  /** Of the built player. */
  folder: string
}

/**
 * The player's page for a shared playlist, with what link previews show of it. Where nothing is
 * shared it is the bare page, the same for every reason, and the player says so. Never one of the
 * compressed files of the build: they don't have the preview. Search engines are asked to leave it
 * out: it is for those who were given the address. Nothing is 404 for programs; a browser that goes
 * there is answered with 200, since what it gets is a page that works, and says so itself.
 */
export async function answerSharedPage(
  request: IncomingMessage,
  response: ServerResponse,
  { slug, services, info, folder }: SharedPage,
): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  if (page === null) return answerPlain(response, 404)
  const { status, playlist, retryAfter } = await findShared(services, slug, info)
  const body = Buffer.from(playlist ? addPreview(page, playlist, info.origin) : page)
  const isVisit = request.headers['sec-fetch-mode'] === 'navigate'
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  response.writeHead(status === 404 && isVisit ? 200 : status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    vary: 'sec-fetch-mode',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

interface Shared {
  status: number
  playlist: Awaited<ReturnType<typeof findSharedPlaylist>>
  /** Seconds. */
  retryAfter?: number | undefined
}

/** Whoever asks counts as signed out: the page is the same for all. */
async function findShared(
  services: Services | null,
  slug: string,
  info: SharedPage['info'],
): Promise<Shared> {
  if (!services) return { status: 503, playlist: null }
  if (!slugs.test(slug)) return { status: 404, playlist: null }
  try {
    const context = createContext(services, { ...info, setCookie() {} })
    const playlist = await findSharedPlaylist(context, slug)
    return { status: playlist ? 200 : 404, playlist }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { reason, details } = error
    if (reason === 'rate_limited')
      return { status: 429, playlist: null, retryAfter: details.retryAfter }
    if (reason === 'database_unavailable') return { status: 503, playlist: null }
    throw error
  }
}
