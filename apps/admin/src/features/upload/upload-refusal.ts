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
