/** Stereo frames in the order they came, as many as fit; what does not fit is dropped. */
export class FrameFifo {
  readonly #capacity: number
  readonly #left: Float32Array
  readonly #right: Float32Array
  /** Frames written and read since the start; both only grow until `clear`. */
  written = 0
  read = 0
  /** How many of the last frames written are digital silence. */
  silentTail = 0

  constructor(capacity: number) {
    this.#capacity = capacity
    this.#left = new Float32Array(capacity)
    this.#right = new Float32Array(capacity)
  }

  get length(): number {
    return this.written - this.read
  }

  clear(): void {
    this.written = 0
    this.read = 0
    this.silentTail = 0
  }

  push(left: Float32Array, right: Float32Array, from = 0): void {
    for (let at = from; at < left.length && this.length < this.#capacity; at++) {
      const slot = this.written % this.#capacity
      const leftSample = left[at] ?? 0
      const rightSample = right[at] ?? 0
      this.#left[slot] = leftSample
      this.#right[slot] = rightSample
      this.silentTail = leftSample === 0 && rightSample === 0 ? this.silentTail + 1 : 0
      this.written += 1
    }
  }

  /** Forgets the silence at the end: the source had run dry and sent nothing but zeros. */
  trimSilence(): void {
    const trimmed = Math.min(this.silentTail, this.length)
    this.written -= trimmed
    this.silentTail -= trimmed
  }

  /** Takes the next frame; `left` and `right` hold it afterwards. */
  shift(): void {
    const slot = this.read % this.#capacity
    this.left = this.#left[slot] ?? 0
    this.right = this.#right[slot] ?? 0
    this.read += 1
  }

  left = 0
  right = 0
}
