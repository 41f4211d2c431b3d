let token = ''

/** Keeps what stood in the address behind `#`, which the address bar is about to lose. */
export function keepResetToken(hash: string): void {
  token = hash.replace(/^#/, '')
}

/** The token of the link that was opened; empty where none was, or the page was loaded again. */
export function resetToken(): string {
  return token
}

/** Forgets the token, which works once. */
export function forgetResetToken(): void {
  token = ''
}
