/** What `presignUpload` takes, by what file-type finds in the bytes. */
const typesByContent: Record<string, string> = {
  'application/ogg': 'audio/ogg',
  'audio/aac': 'audio/aac',
  'audio/flac': 'audio/flac',
  'audio/mp4': 'audio/mp4',
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/wav': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-m4b': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'video/ogg': 'audio/ogg',
  'video/webm': 'audio/webm',
  'video/x-m4v': 'audio/mp4',
}

/** For bytes that say nothing of themselves: the server looks closer. */
const typesByExtension: Record<string, string> = {
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

/**
 * The type to upload a file as: by its content, and by its name only where the content is of no
 * known type and the name is not a hidden file's.
 * @param found what file-type found in the bytes
 * @returns null for what is no audio that Segue takes
 */
export function audioType(found: string | null, name: string): string | null {
  if (found !== null) return typesByContent[found.split(';')[0] ?? ''] ?? null
  const extension = /^[^.].*\.(\w+)$/su.exec(name)?.[1]?.toLowerCase() ?? ''
  return typesByExtension[extension] ?? null
}
