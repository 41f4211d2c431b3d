/** Why a file cannot be uploaded, as a sentence for people. */
export class UploadRefusal extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'UploadRefusal'
  }
}
