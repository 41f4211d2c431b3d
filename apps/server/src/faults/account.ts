import { createHash } from 'node:crypto'

import { call, result, silence } from '../test/calls.ts'

export const adminPassword = 'keeper of the library'

/** Settings of a server on which every call counts and no limit stands in the way. */
export const unlimited = {
  DEMO: 'off',
  ADMIN_PASSWORD: adminPassword,
  SECRET_KEY: '4f0c9a7be21d8365f0b9127acd34e85f',
  LIMIT_SIGN_IN_PER_ACCOUNT: '0',
  LIMIT_SIGN_IN_PER_ADDRESS: '0',
  LIMIT_REGISTER_PER_ADDRESS: '0',
  LIMIT_CALLS_PER_USER: '0',
  LIMIT_CALLS_PER_ADMIN: '0',
  LIMIT_CALLS_PER_ADDRESS: '0',
}

export interface Tokens {
  accessToken: string
  refreshToken: string
}

/** Calls a server as somebody. */
export class Account {
  readonly url: string
  readonly tokens: Tokens

  constructor(url: string, tokens: Tokens) {
    this.url = url
    this.tokens = tokens
  }

  /** The first admin of a server that was started with `unlimited`. */
  static async admin(url: string): Promise<Account> {
    const credentials = { email: 'admin@segue.localhost', password: adminPassword }
    return new Account(url, await result<Tokens>(await call(url, 'auth.token', credentials)))
  }

  get authorization(): { authorization: string } {
    return { authorization: `Bearer ${this.tokens.accessToken}` }
  }

  mutate(procedure: string, input: unknown): Promise<Response> {
    return call(this.url, procedure, input, this.authorization)
  }

  query(procedure: string, input: unknown = {}): Promise<Response> {
    const text = encodeURIComponent(JSON.stringify(input))
    return fetch(`${this.url}/trpc/${procedure}?input=${text}`, { headers: this.authorization })
  }

  /** Every item of a list, over all its pages. */
  async list<T>(procedure: string, input: object = {}): Promise<T[]> {
    const items: T[] = []
    let cursor: string | null = null
    do {
      const page: { items: T[]; nextCursor: string | null } = await result(
        await this.query(procedure, { ...input, limit: 100, ...(cursor && { cursor }) }),
      )
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    return items
  }

  /** Sends a file to the store. @returns the upload's id */
  async upload(bytes: Buffer<ArrayBuffer>): Promise<string> {
    const file = {
      filename: 'tone.wav',
      contentType: 'audio/wav',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
    }
    const link = await result<{ uploadId: string; url: string; headers: Record<string, string> }>(
      await this.mutate('tracks.presignUpload', file),
    )
    const sent = await fetch(link.url, { method: 'PUT', headers: link.headers, body: bytes })
    if (!sent.ok) throw new Error(`the store answered ${sent.status}`)
    return link.uploadId
  }

  /** A new track of these bytes. @returns its id */
  async addTrack(bytes: Buffer<ArrayBuffer>): Promise<string> {
    const uploadId = await this.upload(bytes)
    const { id } = await result<{ id: string }>(await this.mutate('tracks.create', { uploadId }))
    return id
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A file of audio that no other number gives. */
export function audio(number: number, bytes = 20_000): Buffer<ArrayBuffer> {
  const file = silence(bytes)
  file.writeUInt32LE(number, 48)
  return file
}

/** Why a call was refused; null where it was not. */
export async function reasonOf(answer: Response): Promise<string | null> {
  if (answer.ok) return null
  const { error } = (await answer.json()) as { error: { data: { reason?: string } } }
  return error.data.reason ?? `status ${answer.status}`
}
