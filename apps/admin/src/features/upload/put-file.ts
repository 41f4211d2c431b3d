/** The browser sets these itself and refuses to be told. */
const ownHeaders = new Set(['content-length', 'host'])

/** The store was not reached, or answered with another status than 2xx. */
export class PutFailure extends Error {
  /** 0 where nobody answered. */
  readonly status: number

  constructor(status: number) {
    super(`The store answered ${status}`)
    this.name = 'PutFailure'
    this.status = status
  }
}

/**
 * Sends a file to a presigned link with exactly the headers that were signed. By XMLHttpRequest,
 * since fetch cannot tell how much was sent.
 * @param onProgress told the share that was sent, 0 to 1
 */
export function putFile(
  { url, headers }: { url: string; headers: Record<string, string> },
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) {
      if (!ownHeaders.has(name.toLowerCase())) request.setRequestHeader(name, value)
    }
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded / file.size))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(new PutFailure(request.status))
    })
    request.addEventListener('error', () => reject(new PutFailure(0)))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
