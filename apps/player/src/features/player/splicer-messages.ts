export type DeckIndex = 0 | 1

/** What the engine tells the splicer. Decks are numbered as its inputs are. */
export type SplicerCommand =
  /** Forget everything; this deck is the one to be heard. Events carry the epoch from now on. */
  | { type: 'start'; deck: DeckIndex; epoch: number }
  /** Forget what the deck sent and take what comes from now on, its leading zeros left out. */
  | { type: 'open'; deck: DeckIndex }
  /** Forget what the deck sent and what it sends from now on. */
  | { type: 'close'; deck: DeckIndex }
  /** The deck runs: silence that it sends from now on is meant. */
  | { type: 'running'; deck: DeckIndex }
  /** The deck stands still: the zeros that it sent last are none of the music. */
  | { type: 'stalled'; deck: DeckIndex }
  /** The deck will send its last frame after so many seconds, as far as one can tell. */
  | { type: 'remaining'; deck: DeckIndex; seconds: number }
  | { type: 'ended'; deck: DeckIndex }
  /** How loud the deck is heard, as a factor. */
  | { type: 'gain'; deck: DeckIndex; gain: number }
  /** Let this deck follow the current one, over so many seconds of both; null: none. */
  | { type: 'next'; deck: DeckIndex | null; crossfadeSeconds: number }
  /** Silence, with everything kept for later. */
  | { type: 'freeze'; isFrozen: boolean }

/** What the splicer tells the engine. */
export type SplicerEvent =
  /** The deck that was lined up is heard from now on. */
  | { type: 'switched'; deck: DeckIndex }
  /** Nothing of this deck will be heard any more. */
  | { type: 'released'; deck: DeckIndex }
  /** The current deck was heard to its end and nothing was lined up. */
  | { type: 'finished' }
  /** Whether music comes out; not told of a freeze. */
  | { type: 'flow'; isFlowing: boolean }
  /** The deck is so far ahead of what is heard that it has to wait. */
  | { type: 'full'; deck: DeckIndex }
  /** Comes some times a second: how far each deck is ahead of what is heard, in seconds. */
  | { type: 'tick'; lags: readonly [number, number] }

/** With the epoch of the last `start` that the splicer knew of: an older one is out of date. */
export type DatedSplicerEvent = SplicerEvent & { epoch: number }
