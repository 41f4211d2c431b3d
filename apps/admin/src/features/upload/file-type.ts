import type { audioTypes, imageTypes } from '@segue/api/schemas'

type AudioType = (typeof audioTypes)[number]
type ImageType = (typeof imageTypes)[number]

const audioByExtension: Record<string, AudioType> = {
  aac: 'audio/aac',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  m4b: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'audio/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  opus: 'audio/opus',
  wav: 'audio/wav',
  wave: 'audio/wav',
  weba: 'audio/webm',
  webm: 'audio/webm',
}

// Browsers and systems call the same type by many names.
const audioByName: Record<string, AudioType> = {
  'audio/aac': 'audio/aac',
  'audio/aacp': 'audio/aac',
  'audio/flac': 'audio/flac',
  'audio/mp3': 'audio/mpeg',
  'audio/mp4': 'audio/mp4',
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/opus',
  'audio/vnd.wave': 'audio/wav',
  'audio/wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/webm': 'audio/webm',
  'audio/x-aac': 'audio/aac',
  'audio/x-flac': 'audio/flac',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'application/ogg': 'audio/ogg',
  'video/webm': 'audio/webm',
}

const imageByName: Record<ImageType, ImageType> = {
  'image/avif': 'image/avif',
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
}

/** What a file input offers to choose from. */
export const audioAccept = ['audio/*', ...Object.keys(audioByExtension).map((name) => `.${name}`)]
export const imageAccept = Object.keys(imageByName)

/**
 * The type to announce an audio file as, or null where neither its name nor the browser's guess
 * speaks of audio. The server decides by the content.
 */
export function audioTypeOf(file: Pick<File, 'name' | 'type'>): AudioType | null {
  const extension = /\.([^.]+)$/.exec(file.name.toLowerCase())?.[1] ?? ''
  return own(audioByExtension, extension) ?? own(audioByName, plain(file.type))
}

/** The type to announce a cover as, or null where it is no accepted image. */
export function imageTypeOf(file: Pick<File, 'type'>): ImageType | null {
  return own<ImageType>(imageByName, plain(file.type))
}

function plain(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase()
}

function own<Value>(table: Record<string, Value>, key: string): Value | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null
}
