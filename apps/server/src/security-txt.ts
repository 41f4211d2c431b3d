const validMs = 30 * 86_400_000

/**
 * Whom to tell of a flaw (RFC 9116). Without a contact of its own it is the mailbox that RFC 2142
 * gives every host for that.
 * @param contact SECURITY_CONTACT: an address of mail or of a page; null: not set
 */
export function securityTxt({
  contact,
  origin,
  now,
}: {
  contact: string | null
  origin: string
  now: Date
}): string {
  const { hostname } = new URL(origin)
  const expires = new Date(now.getTime() + validMs).toISOString()
  return [
    `Contact: ${contact ?? `mailto:security@${hostname}`}`,
    `Expires: ${expires}`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ].join('\n')
}
