/** Audio that is kept offline has an address of its own below this: `<listener>/<track>`. */
export const keptAudioPath = '/offline-audio/'

/** Answers with kept audio, or the part of it that is asked for; 404 where it is not kept. */
export async function answerAudio(request: Request): Promise<Response> {
  const kept = await caches.match(request.url)
  if (!kept) return new Response(null, { status: 404 })
  return partOf(await kept.blob(), request.headers.get('range'))
}

/**
 * A file, or the one range of it that is asked for (RFC 9110, section 14). The browser reads a part
 * from its disk alone.
 */
export function partOf(file: Blob, range: string | null): Response {
  const headers = { 'content-type': file.type, 'accept-ranges': 'bytes' }
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (first === '' && last === '') {
    return new Response(file, { headers: { ...headers, 'content-length': `${file.size}` } })
  }
  const start = first === '' ? Math.max(0, file.size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? file.size - 1 : Math.min(Number(last), file.size - 1)
  if (start > end) {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } })
  }
  return new Response(file.slice(start, end + 1, file.type), {
    status: 206,
    headers: {
      ...headers,
      'content-length': `${end + 1 - start}`,
      'content-range': `bytes ${start}-${end}/${file.size}`,
    },
  })
}
