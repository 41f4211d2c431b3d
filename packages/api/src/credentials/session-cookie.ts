/**
 * The session id in a Cookie header. Read here rather than by lucia, whose parser throws on any
 * cookie that is not percent-encoded text, also on those of other programs on the same host.
 * @returns null when there is none
 */
export function readSessionCookie(
  header: string | undefined,
  { sessionCookieName }: { sessionCookieName: string },
): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=')
    if (name === sessionCookieName && value) return value
  }
  return null
}
