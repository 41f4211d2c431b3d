import { errorData, isUnreachable } from '@segue/web'
import { errorSentence } from './error-sentence.ts'

/** Why a file cannot be uploaded, as a sentence for people. */
export class UploadRefusal extends Error {
  /** Whether trying again with the same file may help. */
  readonly isPassing: boolean

  constructor(
    sentence: string,
    { isPassing = false, cause }: ErrorOptions & { isPassing?: boolean } = {},
  ) {
    super(sentence, { cause })
    this.name = 'UploadRefusal'
    this.isPassing = isPassing
  }
}

const passingReasons = new Set(['rate_limited', 'upload_incomplete', 'upload_quota_exceeded'])

/** Whether trying again with the same file may help. */
export function mayPass(error: unknown): boolean {
  if (error instanceof UploadRefusal) return error.isPassing
  return isUnreachable(error) || passingReasons.has(errorData(error)?.reason ?? '')
}

/** What kept something from being uploaded, as a sentence for people. */
export function refusalSentence(error: unknown): string {
  return error instanceof UploadRefusal ? error.message : errorSentence(error)
}
