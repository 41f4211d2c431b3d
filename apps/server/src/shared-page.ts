import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

import { DomainError, findSharedPlaylist, type Services } from '@segue/api'

import { addPreview } from './link-preview.ts'
import { answerPlain } from './static-files.ts'

const slugs = /^[\w-]{1,40}$/

interface SharedPage {
  /** What stands behind `/p/`, decoded by no one. */
  slug: string
  /** null: still starting */
  services: Services | null
  /** What the caller sees as this server's origin. */
  origin: string
  /** Of the built player. */
  folder: string
}

/**
 * The player's page for a shared playlist, with what link previews show of it. Where nothing is
 * shared it is the bare page, the same for every reason, and the player says so. Never one of the
 * compressed files of the build: they don't have the preview. Search engines are asked to leave it
 * out: it is for those who were given the address.
 */
export async function answerSharedPage(
  request: IncomingMessage,
  response: ServerResponse,
  { slug, services, origin, folder }: SharedPage,
): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  if (page === null) return answerPlain(response, 404)
  const { status, playlist } = await findShared(services, slug)
  const body = Buffer.from(playlist ? addPreview(page, playlist, origin) : page)
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function findShared(services: Services | null, slug: string) {
  if (!services) return { status: 503, playlist: null }
  try {
    const playlist = slugs.test(slug) ? await findSharedPlaylist(services, slug) : null
    return { status: playlist ? 200 : 404, playlist }
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'database_unavailable')
      return { status: 503, playlist: null }
    throw error
  }
}
