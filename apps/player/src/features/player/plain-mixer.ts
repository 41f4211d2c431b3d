import type { Mixer, TellEngine } from './mixer.ts'
import type { DeckIndex, SplicerCommand, SplicerEvent } from './splicer-messages.ts'

/** The elements as they are, one after the other: what can be had where there is no audio graph. */
export class PlainMixer implements Mixer {
  readonly canOverlap = false
  readonly #elements: readonly HTMLMediaElement[]
  readonly #tell: TellEngine
  readonly #gains: [number, number] = [1, 1]
  #level = 1
  #epoch = 0
  #current: DeckIndex = 0
  #next: DeckIndex | null = null

  constructor(elements: readonly HTMLMediaElement[], tell: TellEngine) {
    this.#elements = elements
    this.#tell = tell
    for (const [index, element] of elements.entries()) {
      element.addEventListener('timeupdate', () => {
        if (index === this.#current) this.#post({ type: 'tick', lags: [0, 0] })
      })
    }
  }

  take(command: SplicerCommand): void {
    switch (command.type) {
      case 'start':
        this.#epoch = command.epoch
        this.#current = command.deck
        this.#next = null
        return
      case 'next':
        this.#next = command.deck
        return
      case 'gain':
        this.#gains[command.deck] = command.gain
        return this.#applyLevel()
      case 'running':
      case 'stalled':
        if (command.deck !== this.#current) return
        return this.#post({ type: 'flow', isFlowing: command.type === 'running' })
      case 'ended':
        if (command.deck === this.#current) this.#followOn()
    }
  }

  resume(): Promise<boolean> {
    return Promise.resolve(true)
  }

  setLevel(level: number): void {
    this.#level = level
    this.#applyLevel()
  }

  setOutput(deviceId: string): void {
    for (const element of this.#elements) {
      if ('setSinkId' in element) element.setSinkId(deviceId).catch(() => undefined)
    }
  }

  #followOn(): void {
    const before = this.#current
    if (this.#next === null) return this.#post({ type: 'finished' })
    this.#current = this.#next
    this.#next = null
    this.#post({ type: 'switched', deck: this.#current })
    this.#post({ type: 'released', deck: before })
  }

  #applyLevel(): void {
    for (const [index, element] of this.#elements.entries()) {
      element.volume = Math.min((this.#gains[index] ?? 1) * this.#level, 1)
    }
  }

  #post(event: SplicerEvent): void {
    this.#tell({ ...event, epoch: this.#epoch })
  }
}
