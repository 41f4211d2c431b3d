import { openAsBlob } from 'node:fs'
import { parentPort } from 'node:worker_threads'

import { fileTypeFromBlob } from 'file-type'
import { type IAudioMetadata, parseBlob } from 'music-metadata'

import type { FileTags, TagsAnswer } from './tags.ts'

async function look(path: Uint8Array): Promise<TagsAnswer> {
  const blob = await openAsBlob(Buffer.from(path))
  const type = await fileTypeFromBlob(blob).catch(() => undefined)
  if (!/^(audio|video)\/|ogg$/.test(type?.mime ?? ''))
    return { type: type?.mime ?? null, tags: null }
  const parse = (skipCovers: boolean) => parseBlob(blob, { duration: false, skipCovers })
  const metadata = await parse(false)
    .catch(() => parse(true))
    .catch(() => null)
  return { type: type?.mime ?? null, tags: metadata && whichTags(metadata) }
}

function whichTags({ common }: IAudioMetadata): FileTags {
  return {
    hasArtist: isText(common.artist) || isText(common.albumartist),
    hasAlbum: isText(common.album),
    hasPicture: common.picture?.some(({ data }) => data.length > 0) ?? false,
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && /[^\s\p{C}]/u.test(value)
}

parentPort?.on('message', async (path: Uint8Array) => {
  const answer = await look(path).catch(() => ({ type: null, tags: null }))
  parentPort?.postMessage(answer satisfies TagsAnswer)
})
