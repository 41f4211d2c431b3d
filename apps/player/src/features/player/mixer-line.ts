import type { Deck } from './deck.ts'
import { openMixer } from './open-mixer.ts'
import type { Mixer, TellEngine } from './mixer.ts'
import { PlainMixer } from './plain-mixer.ts'
import type { SplicerCommand } from './splicer-messages.ts'

/** The way to the mixer, also while there is none yet: what it is told before it hears at once. */
export class MixerLine {
  readonly #tell: TellEngine
  readonly #early: SplicerCommand[] = []
  #mixer: Mixer | null = null
  #opening: Promise<Mixer> | undefined
  #level = 1
  #outputDeviceId = ''

  constructor(tell: TellEngine) {
    this.#tell = tell
  }

  get canOverlap(): boolean {
    return this.#mixer?.canOverlap ?? false
  }

  /** The mixer of these decks; opened once. */
  open(decks: readonly Deck[]): Promise<Mixer> {
    this.#opening ??= openMixer(decks, this.#tell).then(
      (mixer) => this.#mixer ?? this.#adopt(mixer),
    )
    return this.#opening
  }

  /** Mixes these decks without the graph, whatever mixed others before. */
  becomePlain(decks: readonly Deck[]): void {
    const elements = decks.map(({ element }) => element)
    this.#opening = Promise.resolve(this.#adopt(new PlainMixer(elements, this.#tell)))
  }

  send(command: SplicerCommand): void {
    if (this.#mixer) this.#mixer.take(command)
    else this.#early.push(command)
  }

  /** @param level a factor of the signal, 0 to 1 */
  setLevel(level: number): void {
    this.#level = level
    this.#mixer?.setLevel(level)
  }

  setOutput(deviceId: string): void {
    this.#outputDeviceId = deviceId
    this.#mixer?.setOutput(deviceId)
  }

  #adopt(mixer: Mixer): Mixer {
    this.#mixer = mixer
    mixer.setLevel(this.#level)
    if (this.#outputDeviceId) mixer.setOutput(this.#outputDeviceId)
    for (const command of this.#early.splice(0)) mixer.take(command)
    return mixer
  }
}
