/** Why a file is not taken; each is also a reason of the API's errors. */
export type MediaRefusalReason = 'not_audio' | 'upload_mismatch' | 'not_an_image'

/** The file itself is at fault: asking again with the same bytes gives the same answer. */
export class MediaRefusal extends Error {
  override readonly name = 'MediaRefusal'
  readonly reason: MediaRefusalReason

  /** @param message one short sentence that a person can read */
  constructor(reason: MediaRefusalReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** The store or this machine is at fault, not the file: asking again later may succeed. */
export class MediaUnavailable extends Error {
  override readonly name = 'MediaUnavailable'
}
