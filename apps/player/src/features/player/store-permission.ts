/**
 * Whether a link answers, but lets no page read the answer: the store has no CORS rule for this
 * origin. Elements can play it, the audio graph can't.
 */
export async function lacksPermission(url: string): Promise<boolean> {
  return !(await answers(url, 'cors')) && (await answers(url, 'no-cors'))
}

async function answers(url: string, mode: RequestMode): Promise<boolean> {
  const enough = new AbortController()
  try {
    await fetch(url, { mode, credentials: 'omit', signal: enough.signal })
    return true
  } catch {
    return false
  } finally {
    // Its first bytes say enough.
    enough.abort()
  }
}
