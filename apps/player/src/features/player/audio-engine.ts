import type { AudioEvents, AudioSource, PlayAttempt } from './audio-events.ts'
import { Deck, type DeckEvents } from './deck.ts'
import { hasGraph, rouseGraph } from './graph-mixer.ts'
import { MixerLine } from './mixer-line.ts'
import { lacksPermission } from './store-permission.ts'
import type { Failure } from './recovery.ts'
import type { DatedSplicerEvent, DeckIndex } from './splicer-messages.ts'

/** The next deck starts so long before it is heard. Timers of a page in the background are late. */
const leadSeconds = 2

/**
 * Two decks that take turns and the mixer that joins them, kept out of React. It is the only place
 * that ever holds a link to audio for long: links run out and belong to one listener.
 */
export class AudioEngine {
  readonly #events: AudioEvents
  #decks: readonly [Deck, Deck]
  readonly #line = new MixerLine((event) => this.#hear(event))
  #speed = 1
  #source: AudioSource | null = null
  /** The store is known to let its audio into the graph, or there is no graph. */
  #isPermitted = !hasGraph()
  #epoch = 0
  #current: DeckIndex = 0
  #next: { source: AudioSource; crossfadeSeconds: number } | null = null
  /** The deck beside the current one still sounds. */
  #isFading = false
  #isPaused = true
  #lags: readonly [number, number] = [0, 0]

  constructor(events: AudioEvents) {
    this.#events = events
    this.#decks = this.#newDecks(hasGraph())
    rouseGraph()
  }

  /** Where the listener is: behind the deck by what the mixer still holds of it. */
  get positionSeconds(): number {
    const deck = this.#decks[this.#current]
    return Math.max(deck.positionSeconds - this.#lags[this.#current] * deck.speed, 0)
  }

  /** Grows while something is heard or loaded. */
  get progress(): number {
    const deck = this.#decks[this.#current]
    return deck.positionSeconds + deck.loadedSeconds
  }

  /** Takes a link and stands at that second of it, silent until `play`. */
  load(source: AudioSource, startAtSeconds = 0): void {
    this.#clear()
    this.#source = source
    this.#decks[this.#current].load(source.url, startAtSeconds)
    this.#line.send({ type: 'gain', deck: this.#current, gain: source.gain })
  }

  /** Lets this be loaded already while nothing else is: somebody is about to play it. */
  makeReady(url: string): void {
    this.#decks[this.#current].makeReady(url)
  }

  /**
   * Forgets every link and everything that came over them.
   * @param keepsReady but not what nothing was heard of yet
   */
  unload(keepsReady = false): void {
    if (keepsReady && this.#decks[this.#current].isReady) return
    this.pause()
    this.#clear()
    this.#line.send({ type: 'close', deck: this.#current })
    this.#decks[this.#current].unload()
  }

  /**
   * Lets this follow without a seam when the current one ends, and loads it.
   * @param crossfadeSeconds how long both are heard
   */
  lineUp(source: AudioSource, crossfadeSeconds = 0): void {
    this.forgetNext()
    this.#next = { source, crossfadeSeconds }
    if (!this.#isFading) this.#nextDeck.load(source.url, 0)
  }

  /** Whether something is lined up. */
  get hasNext(): boolean {
    return this.#next !== null
  }

  /** Takes back what was lined up. */
  forgetNext(): void {
    if (!this.#next) return
    this.#next = null
    if (this.#isFading) return
    this.#line.send({ type: 'next', deck: null, crossfadeSeconds: 0 })
    this.#line.send({ type: 'close', deck: this.#nextIndex })
    this.#nextDeck.unload()
  }

  /** Starts the sound, unless the browser wants a click first or another load came between. */
  async play(): Promise<PlayAttempt> {
    const epoch = this.#epoch
    this.#isPaused = false
    const mixer = await this.#line.open(this.#decks)
    if (epoch !== this.#epoch || this.#isPaused) return 'superseded'
    mixer.take({ type: 'freeze', isFrozen: false })
    const others = this.#nextDeck.isStarted ? [this.#nextDeck] : []
    try {
      const [mayBeHeard] = await Promise.all([
        mixer.resume(),
        ...[this.#decks[this.#current], ...others].map((deck) => deck.play()),
      ])
      if (mayBeHeard) return 'playing'
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError'
      if (!isRefused) return 'superseded'
    }
    if (epoch === this.#epoch) this.pause()
    return 'refused'
  }

  pause(): void {
    this.#isPaused = true
    this.#line.send({ type: 'freeze', isFrozen: true })
    for (const deck of this.#decks) deck.pause()
  }

  seek(seconds: number): void {
    if (this.#isFading) this.#endFading()
    this.#stopNext()
    this.#lags = [0, 0]
    this.#line.send({ type: 'close', deck: this.#current })
    const deck = this.#decks[this.#current]
    deck.seek(seconds)
    // At its end it has stopped by itself.
    if (!this.#isPaused && deck.isStarted) deck.play().catch(() => undefined)
  }

  /** @param volume 0 to 1 as a person hears it: loudness grows with the power of the signal */
  setVolume(volume: number): void {
    this.#line.setLevel(volume ** 2)
  }

  /** @param speed 1 as recorded; the pitch stays */
  setSpeed(speed: number): void {
    this.#speed = speed
    for (const deck of this.#decks) deck.setSpeed(speed)
  }

  /** How loud what is heard now is, as a factor. */
  setGain(gain: number): void {
    this.#line.send({ type: 'gain', deck: this.#current, gain })
  }

  /** Where it sounds; where that is not there any more, it goes on wherever it sounded. */
  setOutput(deviceId: string): void {
    this.#line.setOutput(deviceId)
  }

  /**
   * Gets everything ready that does not depend on what will be played. Not before the first gesture:
   * browsers warn of a context that is made earlier.
   */
  warmUp(): void {
    if (navigator.userActivation?.hasBeenActive) void this.#line.open(this.#decks)
  }

  get #nextIndex(): DeckIndex {
    return this.#current === 0 ? 1 : 0
  }

  get #nextDeck(): Deck {
    return this.#decks[this.#nextIndex]
  }

  #clear(): void {
    this.#epoch += 1
    this.#next = null
    this.#isFading = false
    this.#lags = [0, 0]
    this.#nextDeck.unload()
    this.#line.send({ type: 'start', deck: this.#current, epoch: this.#epoch })
  }

  #newDecks(isShared: boolean): readonly [Deck, Deck] {
    return [new Deck(isShared, this.#deckEvents(0)), new Deck(isShared, this.#deckEvents(1))]
  }

  /** Plays without the graph from now on, and what was to play first of all. */
  #becomePlain(source: AudioSource, startAtSeconds: number): void {
    this.#clear()
    this.#decks[this.#current].unload()
    this.#decks = this.#newDecks(false)
    this.setSpeed(this.#speed)
    this.#line.becomePlain(this.#decks)
    this.load(source, startAtSeconds)
    if (!this.#isPaused) void this.play()
  }

  async #fail(failure: Failure): Promise<void> {
    const epoch = this.#epoch
    const source = this.#source
    const { positionSeconds } = this
    if (source && failure === 'link' && !this.#isPermitted) {
      const isLacking = await lacksPermission(source.url)
      if (epoch !== this.#epoch) return
      this.#isPermitted = isLacking
      if (isLacking) return this.#becomePlain(source, positionSeconds)
    }
    this.#events.onFailure(failure)
  }

  #hear(event: DatedSplicerEvent): void {
    if (event.epoch !== this.#epoch) return
    switch (event.type) {
      case 'switched':
        return this.#switchTo(event.deck)
      case 'released':
        if (event.deck !== this.#current) this.#endFading()
        return
      case 'finished':
        return this.#events.onEnded()
      case 'flow':
        if (this.#isPaused) return
        return event.isFlowing ? this.#events.onPlaying() : this.#events.onWaiting()
      case 'full':
        // The current one is never further ahead than it was when it became that.
        if (event.deck !== this.#current) this.#decks[event.deck].pause()
        return
      case 'tick':
        this.#lags = event.lags
        return this.#look()
    }
  }

  #switchTo(deck: DeckIndex): void {
    const isForgotten = this.#next === null
    this.#current = deck
    this.#next = null
    this.#isFading = true
    if (isForgotten) return this.#events.onEnded()
    if (!this.#isPaused) this.#decks[deck].play().catch(() => undefined)
    const epoch = this.#epoch
    const { durationSeconds } = this.#decks[deck]
    this.#events.onNext()
    const isHeard = epoch === this.#epoch
    if (isHeard && durationSeconds !== null) this.#events.onDuration(durationSeconds)
  }

  /** The deck that was heard before is free for what comes next. */
  #endFading(): void {
    this.#isFading = false
    this.#line.send({ type: 'close', deck: this.#nextIndex })
    this.#nextDeck.unload()
    if (this.#next) this.#nextDeck.load(this.#next.source.url, 0)
  }

  /** Looks where the music stands, some times a second. */
  #look(): void {
    const deck = this.#decks[this.#current]
    if (this.#isPaused || !deck.hasLink) return
    this.#events.onTime(this.positionSeconds)
    this.#line.send({ type: 'remaining', deck: this.#current, seconds: deck.remainingSeconds })
    const heardIn = deck.remainingSeconds + this.#lags[this.#current]
    const { crossfadeSeconds = 0 } = this.#next ?? {}
    if (heardIn <= leadSeconds + crossfadeSeconds) this.#startNext()
  }

  #startNext(): void {
    if (!this.#next || this.#isFading || this.#nextDeck.isStarted) return
    const { source, crossfadeSeconds } = this.#next
    const deck = this.#nextIndex
    this.#line.send({ type: 'open', deck })
    this.#line.send({ type: 'gain', deck, gain: source.gain })
    this.#line.send({ type: 'next', deck, crossfadeSeconds })
    if (!this.#line.canOverlap) return
    this.#nextDeck.play().catch(() => this.forgetNext())
  }

  /** The listener went elsewhere: what was started early waits at its first second again. */
  #stopNext(): void {
    const { source, crossfadeSeconds } = this.#next ?? {}
    if (source && this.#nextDeck.isStarted) this.lineUp(source, crossfadeSeconds)
  }

  #deckEvents(index: DeckIndex): DeckEvents {
    const isCurrent = () => index === this.#current
    return {
      onRunning: () => this.#line.send({ type: 'running', deck: index }),
      onStalled: () => this.#line.send({ type: 'stalled', deck: index }),
      onStopped: () => {
        if (!isCurrent()) return
        this.pause()
        this.#events.onPaused()
      },
      onDuration: (seconds) => {
        this.#isPermitted = true
        if (isCurrent()) this.#events.onDuration(seconds)
      },
      onSeeked: () => {
        this.#line.send({ type: 'open', deck: index })
        if (!this.#isPaused) this.#line.send({ type: 'running', deck: index })
      },
      onEnded: () => {
        if (isCurrent()) this.#startNext()
        this.#line.send({ type: 'ended', deck: index })
      },
      onFailure: (failure) => {
        if (isCurrent()) void this.#fail(failure)
        else this.forgetNext()
      },
    }
  }
}
