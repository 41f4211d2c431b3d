import type { DatedSplicerEvent, SplicerCommand } from './splicer-messages.ts'

/** Makes one sound of two decks. */
export interface Mixer {
  /** The next deck may run before the current one has ended; else it starts when it is heard. */
  readonly canOverlap: boolean
  take(command: SplicerCommand): void
  /** Whether sound may come out: browsers want a click first. */
  resume(): Promise<boolean>
  /** @param level a factor of the signal, 0 to 1 */
  setLevel(level: number): void
  /** @param deviceId empty: wherever everything else of the device sounds */
  setOutput(deviceId: string): void
}

export type TellEngine = (event: DatedSplicerEvent) => void
