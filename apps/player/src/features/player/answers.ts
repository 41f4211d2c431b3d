const limitMs = 8000

/**
 * Whether somebody answers at a link to audio, be it with a refusal. An audio element does not tell a
 * broken file from a broken line.
 */
export async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, {
      headers: { range: 'bytes=0-0' },
      cache: 'no-store',
      signal: AbortSignal.timeout(limitMs),
    })
    return status < 500
  } catch {
    return false
  }
}
