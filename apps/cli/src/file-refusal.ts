import { isSegueError, reasonOf } from '@segue/client'

/** Why one file does not get in, while the run goes on: the server's word for it, or ours. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal'
  readonly reason: string

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}

/** Codes by which the server refuses a file and not the caller. */
const codesOfFiles = new Set([
  'BAD_REQUEST',
  'CONFLICT',
  'INTERNAL_SERVER_ERROR',
  'NOT_FOUND',
  'PRECONDITION_FAILED',
  'UNPROCESSABLE_CONTENT',
])

/** Why this file alone is refused; null for an error that ends the run. */
export function refusalReason(error: unknown): string | null {
  if (error instanceof FileRefusal) return error.reason
  const reason = reasonOf(error)
  if (!isSegueError(error) || reason === undefined) return null
  const isOfFile = codesOfFiles.has(error.data?.code ?? '') || reason === 'upload_quota_exceeded'
  return isOfFile ? reason : null
}

/** Takes the system's errors while a file is read for that file's. */
export async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw new FileRefusal('unreadable', { cause })
    throw cause
  }
}
