import type { AppRouter } from '@segue/api'
import type { TRPCClient } from '@trpc/client'

import { reasonOf } from './segue-error.ts'
import { type IssuedTokens, renewalTime, storedRenewalTime, type Tokens } from './tokens.ts'

/** The winner of a race stores its new pair within the grace that the server gives the loser. */
const successorDeadlineMs = 10_000
const successorPollMs = 200
/** Reasons that a refresh token is of no more use for. */
const overReasons = new Set(['refresh_spent', 'refresh_reused', 'session_expired'])

export interface SignInOptions {
  tokens?: Tokens
  email?: string
  password?: string
  deviceName?: string
  onTokens?: (tokens: IssuedTokens) => void | Promise<void>
  reloadTokens?: () => Tokens | null | Promise<Tokens | null>
}

/** Holds the tokens of one client, and renews them: one renewal at a time, however many ask. */
export class SignIn {
  readonly #api: TRPCClient<AppRouter>
  readonly #options: SignInOptions
  #tokens: Tokens | null
  #password: string | undefined
  #renewAt: number
  #unsaved: { tokens: IssuedTokens; renewAt: number } | null = null
  #renewal: Promise<string> | null = null

  /** @param api a client that sends no bearer */
  constructor(api: TRPCClient<AppRouter>, options: SignInOptions) {
    this.#api = api
    this.#options = options
    this.#tokens = options.tokens ?? null
    this.#password = options.password
    this.#renewAt = this.#tokens ? storedRenewalTime(this.#tokens) : 0
  }

  /** A token to call with, renewed when it is due; null when there is nothing to sign in with. */
  async accessToken(): Promise<string | null> {
    if (this.#renewal) return this.#renewal
    if (this.#tokens || this.#canSignIn()) return this.#liveToken() ?? this.#renew()
    return null
  }

  /** A token in place of one that the server refused. */
  async replace(refused: string): Promise<string> {
    if (this.#renewal) return this.#renewal
    const current = this.#tokens?.accessToken
    return current && current !== refused ? current : this.#renew()
  }

  /** Forgets tokens and password. */
  forget(): void {
    this.#tokens = null
    this.#password = undefined
  }

  #renew(): Promise<string> {
    this.#renewal ??= this.#obtain().finally(() => {
      this.#renewal = null
    })
    return this.#renewal
  }

  async #obtain(): Promise<string> {
    if (!this.#unsaved && (await this.#adoptStored())) {
      const stored = this.#liveToken()
      if (stored) return stored
    }
    try {
      return await this.#exchange()
    } catch (error) {
      const reason = reasonOf(error) ?? ''
      if (reason === 'refresh_spent' && (await this.#awaitSuccessor()))
        return this.#liveToken() ?? this.#exchange()
      if (!overReasons.has(reason) || !this.#canSignIn()) throw error
      this.#tokens = null
      return this.#exchange()
    }
  }

  /** A pair that could not be stored is kept, and stored before anything else next time. */
  async #exchange(): Promise<string> {
    this.#unsaved ??= await this.#issue()
    const { tokens, renewAt } = this.#unsaved
    await this.#options.onTokens?.(tokens)
    this.#tokens = tokens
    this.#renewAt = renewAt
    this.#unsaved = null
    return tokens.accessToken
  }

  async #issue(): Promise<{ tokens: IssuedTokens; renewAt: number }> {
    const { email = '', deviceName } = this.#options
    const { accessToken, refreshToken, expiresIn } = this.#tokens
      ? await this.#api.auth.refresh.mutate({ refreshToken: this.#tokens.refreshToken })
      : await this.#api.auth.token.mutate({ email, password: this.#password ?? '', deviceName })
    return { tokens: { accessToken, refreshToken }, renewAt: renewalTime(expiresIn) }
  }

  /** Takes over what another process stored meanwhile; whether there was such. */
  async #adoptStored(): Promise<boolean> {
    const stored = await this.#options.reloadTokens?.()
    if (!stored || stored.refreshToken === this.#tokens?.refreshToken) return false
    this.#tokens = stored
    this.#renewAt = storedRenewalTime(stored)
    return true
  }

  async #awaitSuccessor(): Promise<boolean> {
    const deadline = Date.now() + successorDeadlineMs
    while (this.#options.reloadTokens && Date.now() < deadline) {
      if (await this.#adoptStored()) return true
      await new Promise((resolve) => setTimeout(resolve, successorPollMs))
    }
    return false
  }

  #liveToken(): string | null {
    return Date.now() < this.#renewAt ? (this.#tokens?.accessToken ?? null) : null
  }

  #canSignIn(): boolean {
    return this.#options.email !== undefined && this.#password !== undefined
  }
}
