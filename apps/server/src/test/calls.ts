/** Calls a mutation over HTTP. */
export const call = (url: string, procedure: string, input: unknown, headers = {}) =>
  fetch(`${url}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  })

/** What a call answered with. */
export async function result<T>(answer: Response): Promise<T> {
  const { result } = (await answer.json()) as { result: { data: T } }
  return result.data
}

/** A WAV file of silence: 16 bits, one channel, 44.1 kHz. */
export function silence(bytes: number): Buffer<ArrayBuffer> {
  const file = Buffer.alloc(44 + bytes)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + bytes, 4)
  file.write('WAVEfmt ', 8)
  file.set([16, 0, 0, 0, 1, 0, 1, 0], 16)
  file.writeUInt32LE(44_100, 24)
  file.writeUInt32LE(88_200, 28)
  file.set([2, 0, 16, 0], 32)
  file.write('data', 36)
  file.writeUInt32LE(bytes, 40)
  return file
}

/** The status of a sign-in of the first admin. */
export const login = async (url: string, password: string) =>
  (await call(url, 'auth.token', { email: 'admin@segue.localhost', password })).status

/** What `cli.json` holds. */
export function signIn(file = ''): { url: string; refreshToken: string } {
  return JSON.parse(file) as { url: string; refreshToken: string }
}
