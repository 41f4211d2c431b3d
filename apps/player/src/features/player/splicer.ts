import { SplicerDeck } from './splicer-deck.ts'
import type {
  DatedSplicerEvent,
  DeckIndex,
  SplicerCommand,
  SplicerEvent,
} from './splicer-messages.ts'

const rampSeconds = 0.006
const tickSeconds = 0.2

/**
 * Joins what two decks send into one stream without a seam. The next deck is started before the
 * current one has ended, and waits here until the last frame of the current one went out: its first
 * frame follows at once, in the middle of a block if need be. Pure: frames in, frames out.
 */
export class Splicer {
  readonly #rate: number
  readonly #post: (event: DatedSplicerEvent) => void
  readonly #decks: readonly [SplicerDeck, SplicerDeck]
  #epoch = 0
  #current: DeckIndex = 0
  #next: DeckIndex | null = null
  #crossfadeFrames = 0
  /** The deck that fades out below the current one. */
  #fade: { deck: DeckIndex; length: number; at: number } | null = null
  #isFrozen = true
  /** 1 while music goes out, 0 in a freeze; on its way between in a few milliseconds. */
  #level = 1
  #isFlowing = false
  #hasFinished = false
  #framesToTick = 0

  /** @param rate frames a second */
  constructor(rate: number, post: (event: DatedSplicerEvent) => void) {
    this.#rate = rate
    this.#post = post
    this.#decks = [new SplicerDeck(rate), new SplicerDeck(rate)]
  }

  take(command: SplicerCommand): void {
    switch (command.type) {
      case 'start':
        return this.#start(command.deck, command.epoch)
      case 'next':
        this.#next = command.deck
        this.#crossfadeFrames = Math.round(command.crossfadeSeconds * this.#rate)
        return
      case 'freeze':
        this.#isFrozen = command.isFrozen
        if (command.isFrozen) this.#isFlowing = false
        return
      case 'open':
      case 'close':
        if (this.#fade?.deck === command.deck) this.#fade = null
        if (command.deck === this.#current) this.#hasFinished = false
        return this.#decks[command.deck].take(command)
      default:
        this.#decks[command.deck].take(command)
    }
  }

  /** Takes a block from each deck (left and right) and writes one of the same length. */
  process(
    inputs: readonly (readonly [Float32Array, Float32Array])[],
    left: Float32Array,
    right: Float32Array,
  ): void {
    for (const index of [0, 1] as const) {
      const input = inputs[index]
      if (input && this.#decks[index].push(...input)) this.#tell({ type: 'full', deck: index })
    }
    let flowed = 0
    for (let at = 0; at < left.length; at++) flowed += this.#writeFrame(left, right, at)
    this.#tellFlow(flowed)
    this.#tickAfter(left.length)
  }

  #start(deck: DeckIndex, epoch: number): void {
    for (const index of [0, 1] as const) this.#decks[index].take({ type: 'close', deck: index })
    this.#decks[deck].take({ type: 'open', deck })
    this.#epoch = epoch
    this.#current = deck
    this.#next = null
    this.#fade = null
    this.#hasFinished = false
    this.#isFlowing = false
  }

  #writeFrame(left: Float32Array, right: Float32Array, at: number): number {
    left[at] = 0
    right[at] = 0
    this.#moveLevel()
    if (this.#level === 0) return 0
    this.#followOn()
    const deck = this.#decks[this.#current]
    const share = this.#fade ? this.#fade.at / this.#fade.length : 1
    const hasFrame = deck.shift()
    if (hasFrame) {
      const factor = this.#level * Math.sin((share * Math.PI) / 2)
      left[at] = deck.left * factor
      right[at] = deck.right * factor
    }
    if (this.#fade) this.#addFading(left, right, at, share)
    return hasFrame ? 1 : 0
  }

  #addFading(left: Float32Array, right: Float32Array, at: number, share: number): void {
    if (!this.#fade) return
    const deck = this.#decks[this.#fade.deck]
    if (deck.shift()) {
      const factor = this.#level * Math.cos((share * Math.PI) / 2)
      left[at] = (left[at] ?? 0) + deck.left * factor
      right[at] = (right[at] ?? 0) + deck.right * factor
    }
    this.#fade.at += 1
    if (this.#fade.at >= this.#fade.length) this.#endFade()
  }

  /** Goes on to the next deck where the current one has ended or is to fade. */
  #followOn(): void {
    const deck = this.#decks[this.#current]
    if (deck.isOver) {
      if (this.#next !== null) this.#switch(0)
      else if (!this.#hasFinished) {
        this.#hasFinished = true
        this.#tell({ type: 'finished' })
      }
    } else if (this.#next !== null && this.#crossfadeFrames > 0 && !this.#fade) {
      const remaining = deck.remaining
      if (remaining <= this.#crossfadeFrames && this.#decks[this.#next].hasFrames) {
        this.#switch(remaining)
      }
    }
  }

  #switch(fadeLength: number): void {
    if (this.#next === null) return
    this.#endFade()
    const before = this.#current
    this.#current = this.#next
    this.#next = null
    this.#tell({ type: 'switched', deck: this.#current })
    if (fadeLength > 0) this.#fade = { deck: before, length: fadeLength, at: 0 }
    else this.#release(before)
  }

  #endFade(): void {
    if (!this.#fade) return
    const { deck } = this.#fade
    this.#fade = null
    this.#release(deck)
  }

  #release(deck: DeckIndex): void {
    this.#decks[deck].take({ type: 'close', deck })
    this.#tell({ type: 'released', deck })
  }

  /** Starts and ends without a click. */
  #moveLevel(): void {
    const step = 1 / (rampSeconds * this.#rate)
    this.#level = this.#isFrozen ? Math.max(this.#level - step, 0) : Math.min(this.#level + step, 1)
  }

  #tellFlow(flowed: number): void {
    if (this.#isFrozen) return
    const isFlowing = flowed > 0
    if (isFlowing === this.#isFlowing) return
    this.#isFlowing = isFlowing
    this.#tell({ type: 'flow', isFlowing })
  }

  #tickAfter(frames: number): void {
    this.#framesToTick -= frames
    if (this.#framesToTick > 0) return
    this.#framesToTick = Math.round(tickSeconds * this.#rate)
    const [first, second] = this.#decks
    this.#tell({ type: 'tick', lags: [first.length / this.#rate, second.length / this.#rate] })
  }

  #tell(event: SplicerEvent): void {
    this.#post({ ...event, epoch: this.#epoch })
  }
}
