import { create } from 'zustand'

/** The token of the link that was opened; empty where none was, or the page was loaded again. */
export const useResetToken = create<{ token: string }>(() => ({ token: '' }))

/** Keeps what stood in the address behind `#`, which the address bar is about to lose. */
export function keepResetToken(hash: string): void {
  useResetToken.setState({ token: hash.replace(/^#/, '') })
}

/** Forgets the token, which works once. */
export function forgetResetToken(): void {
  useResetToken.setState({ token: '' })
}
