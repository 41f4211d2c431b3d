import { openAsBlob } from 'node:fs'
import { parentPort } from 'node:worker_threads'

import { fileTypeFromBlob } from 'file-type'
import { type IAudioMetadata, parseBlob } from 'music-metadata'

import type { TagsAnswer } from './tags.ts'

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

/** Fields of free name, whatever a container puts before the name. */
const loudnessField = /(^|:)(replaygain_track_gain|r128_track_gain)$/i

function whichTags({ common, format, native }: IAudioMetadata): TagsAnswer['tags'] {
  return {
    hasArtist: isText(common.artist) || isText(common.albumartist),
    hasAlbum: isText(common.album),
    hasPicture: common.picture?.some(({ data }) => data.length > 0) ?? false,
    hasLoudness: Object.values(native)
      .flat()
      .some(({ id }) => loudnessField.test(id)),
    channels: format.numberOfChannels ?? null,
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && /[^\s\p{C}]/u.test(value)
}

parentPort?.on('message', async (path: Uint8Array) => {
  const answer = await look(path).catch(() => ({ type: null, tags: null }))
  parentPort?.postMessage(answer satisfies TagsAnswer)
})
