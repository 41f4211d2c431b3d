import { FrameFifo } from './frame-fifo.ts'
import type { SplicerCommand } from './splicer-messages.ts'

/** How much of a deck is kept unheard, so that its end is known before it is heard. */
const lookaheadSeconds = 0.024
/** How long digital silence has to last, about where the end is expected, to be the end. */
const endSeconds = 0.01
/** How far the end may be from where it is expected. */
const toleranceSeconds = 0.06
/** How long a deck that runs may send zeros that are still none of the music. */
const settleSeconds = 0.04
const capacitySeconds = 8
const fullSeconds = 5
const glideSeconds = 0.02

/** What one deck sent and was not heard yet, from its first sound to its last. */
export class SplicerDeck {
  readonly #rate: number
  readonly #fifo: FrameFifo
  #state: 'closed' | 'opening' | 'open' | 'ended' = 'closed'
  /** Zeros that are left out while it opens; without an end until it is known to run. */
  #zerosToSkip = Infinity
  /** The frame behind the last one, counted as the FIFO counts; null while nobody knows. */
  #expectedEnd: number | null = null
  #end: number | null = null
  #isFull = false
  /** It has enough to go on without a gap; not so at its start, or once it ran dry. */
  #isPrimed = false
  #gain = 1
  #targetGain = 1
  /** The frame that `shift` took, its gain applied. */
  left = 0
  right = 0

  constructor(rate: number) {
    this.#rate = rate
    this.#fifo = new FrameFifo(capacitySeconds * rate)
  }

  /** Frames that it is ahead of what is heard. */
  get length(): number {
    return this.#fifo.length
  }

  get hasFrames(): boolean {
    return this.#isPrimed && this.#fifo.read < this.#limit
  }

  /** Everything it had was heard. */
  get isOver(): boolean {
    return this.#end !== null && this.#fifo.read >= this.#end
  }

  /** Frames until its end as far as one can tell. */
  get remaining(): number {
    return (this.#end ?? this.#expectedEnd ?? Infinity) - this.#fifo.read
  }

  take(command: Exclude<SplicerCommand, { type: 'start' | 'next' | 'freeze' }>): void {
    switch (command.type) {
      case 'open':
        return this.#reset('opening')
      case 'close':
        return this.#reset('closed')
      case 'running':
        if (this.#zerosToSkip === Infinity) this.#zerosToSkip = settleSeconds * this.#rate
        this.#isFull = false
        return
      case 'stalled':
        return this.#stall()
      case 'remaining':
        this.#expectedEnd = this.#fifo.written + Math.round(command.seconds * this.#rate)
        return
      case 'ended':
        return this.#endHere()
      case 'gain':
        this.#targetGain = command.gain
        if (this.#fifo.read === 0) this.#gain = command.gain
    }
  }

  /**
   * Takes what the deck sent.
   * @returns whether it just got so far ahead that it has to wait
   */
  push(left: Float32Array, right: Float32Array): boolean {
    if (this.#state === 'opening') this.#pushOpening(left, right)
    else if (this.#state === 'open') this.#fifo.push(left, right)
    if (this.#end === null && this.#looksEnded)
      this.#end = this.#fifo.written - this.#fifo.silentTail
    if (this.#end !== null || this.#limit - this.#fifo.read >= left.length) this.#isPrimed = true
    const wasFull = this.#isFull
    this.#isFull = this.#fifo.length > fullSeconds * this.#rate
    return this.#isFull && !wasFull
  }

  /** Takes the next frame that may be heard; false where there is none. */
  shift(): boolean {
    if (!this.hasFrames) {
      this.#isPrimed = false
      return false
    }
    this.#fifo.shift()
    this.#gain += (this.#targetGain - this.#gain) / (glideSeconds * this.#rate)
    this.left = this.#fifo.left * this.#gain
    this.right = this.#fifo.right * this.#gain
    return true
  }

  get #limit(): number {
    return this.#end ?? this.#fifo.written - lookaheadSeconds * this.#rate
  }

  get #looksEnded(): boolean {
    if (this.#expectedEnd === null || this.#state !== 'open') return false
    const { written, silentTail } = this.#fifo
    if (silentTail < endSeconds * this.#rate) return false
    return Math.abs(written - silentTail - this.#expectedEnd) < toleranceSeconds * this.#rate
  }

  #pushOpening(left: Float32Array, right: Float32Array): void {
    let from = 0
    while (from < left.length && left[from] === 0 && right[from] === 0) from += 1
    if (this.#zerosToSkip < left.length) from = Math.min(from, this.#zerosToSkip)
    this.#zerosToSkip -= from
    if (from === left.length) return
    this.#state = 'open'
    this.#fifo.push(left, right, from)
  }

  #stall(): void {
    if (this.#state !== 'open') return
    this.#fifo.trimSilence()
    this.#state = 'opening'
    this.#zerosToSkip = Infinity
  }

  /** Where digital silence goes on up to the end it is music as well, within what is known. */
  #endHere(): void {
    if (this.#state === 'ended' || this.#state === 'closed') return
    this.#state = 'ended'
    if (this.#end !== null) return
    const { written, silentTail, read } = this.#fifo
    const lastSound = written - silentTail
    const tolerance = toleranceSeconds * this.#rate
    const expected = this.#expectedEnd ?? lastSound
    const end = expected > lastSound + tolerance ? Math.min(expected, written) : lastSound
    this.#end = Math.max(end, read)
  }

  #reset(state: 'opening' | 'closed'): void {
    this.#fifo.clear()
    this.#state = state
    this.#zerosToSkip = Infinity
    this.#expectedEnd = null
    this.#end = null
    this.#isFull = false
    this.#isPrimed = false
    this.#gain = this.#targetGain
  }
}
