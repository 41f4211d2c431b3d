import type { Failure } from './recovery.ts'

export interface DeckEvents {
  onRunning(): void
  /** It stands still against its will: more is on its way. */
  onStalled(): void
  /** It was stopped from outside. */
  onStopped(): void
  onDuration(seconds: number): void
  /** It stands where it was told to; what it sends from now on is from there. */
  onSeeked(): void
  onEnded(): void
  onFailure(failure: Failure): void
}

/** One audio element and the link it plays. Never in the document: nobody has to see it. */
export class Deck {
  readonly element: HTMLAudioElement = document.createElement('audio')
  readonly #events: DeckEvents
  #isRunning = false
  #isStarted = false
  #isReady = false
  #speed = 1

  /** @param isShared its sound is handed to the audio graph, for which the store has to agree */
  constructor(isShared: boolean, events: DeckEvents) {
    this.#events = events
    this.element.preload = 'auto'
    if (isShared) this.element.crossOrigin = 'anonymous'
    this.#listen()
  }

  get hasLink(): boolean {
    return this.element.hasAttribute('src')
  }

  /** What it holds was made ready, and nobody has asked for it yet. */
  get isReady(): boolean {
    return this.#isReady
  }

  /** It was told to play what it holds, and maybe to pause again. */
  get isStarted(): boolean {
    return this.#isStarted
  }

  get positionSeconds(): number {
    return this.element.currentTime
  }

  /** Up to which second it has audio at hand, from where it stands. */
  get loadedSeconds(): number {
    const { buffered, currentTime } = this.element
    const ends = Array.from({ length: buffered.length }, (_, index) => buffered.end(index))
    return ends.find((end) => end >= currentTime) ?? 0
  }

  get speed(): number {
    return this.#speed
  }

  /** Null while nobody knows. */
  get durationSeconds(): number | null {
    const { duration } = this.element
    return Number.isFinite(duration) ? duration : null
  }

  /** Seconds of listening until its last sample leaves it; Infinity while nobody knows. */
  get remainingSeconds(): number {
    const { durationSeconds } = this
    if (durationSeconds === null) return Infinity
    return (durationSeconds - this.element.currentTime) / this.#speed
  }

  /** Loads a link that may be asked for soon, if nothing is there. It tells nothing until then. */
  makeReady(url: string): void {
    if (this.hasLink && !this.#isReady) return
    if (this.#holds(url)) return
    this.load(url, 0)
    this.#isReady = true
  }

  /** Takes a link and stands at that second of it. */
  load(url: string, startAtSeconds: number): void {
    const wasReady = this.#isReady && this.#holds(url)
    this.#isReady = false
    if (wasReady && startAtSeconds === 0) return this.#tellDuration()
    this.#isRunning = false
    this.#isStarted = false
    this.element.src = url
    this.element.load()
    this.setSpeed(this.#speed)
    if (startAtSeconds > 0) this.element.currentTime = startAtSeconds
  }

  /** Forgets the link and everything that came over it. */
  unload(): void {
    this.#isReady = false
    this.#isRunning = false
    this.#isStarted = false
    if (!this.hasLink) return
    this.element.pause()
    this.element.removeAttribute('src')
    this.element.load()
  }

  /** Rejects as `HTMLMediaElement.play` does. */
  play(): Promise<void> {
    this.#isRunning = true
    this.#isStarted = true
    // One that has ended would begin anew.
    return this.element.ended ? Promise.resolve() : this.element.play()
  }

  pause(): void {
    this.#isRunning = false
    this.element.pause()
  }

  seek(seconds: number): void {
    this.element.currentTime = seconds
  }

  /** @param speed 1 as recorded; the pitch stays */
  setSpeed(speed: number): void {
    this.#speed = speed
    this.element.defaultPlaybackRate = speed
    this.element.playbackRate = speed
  }

  #holds(url: string): boolean {
    return this.element.getAttribute('src') === url
  }

  #tellDuration(): void {
    if (this.durationSeconds !== null) this.#events.onDuration(this.durationSeconds)
  }

  #listen(): void {
    const { element } = this
    const events = this.#events
    const listen = (type: string, tell: () => void) =>
      element.addEventListener(type, () => {
        // What is told late of a link that was let go is about nothing any more.
        if (this.hasLink && !this.#isReady) tell()
      })
    listen('playing', () => events.onRunning())
    listen('waiting', () => events.onStalled())
    listen('seeked', () => events.onSeeked())
    listen('ended', () => events.onEnded())
    listen('pause', () => {
      // The end and a failure pause it too, and are told apart by events of their own.
      if (element.ended || element.error) return
      events.onStalled()
      if (this.#isRunning) events.onStopped()
    })
    listen('durationchange', () => this.#tellDuration())
    element.addEventListener('error', () => {
      // It fails once more if it is asked for.
      if (this.#isReady) this.unload()
    })
    listen('error', () => {
      const code = element.error?.code
      if (code === undefined) return
      if (code !== MediaError.MEDIA_ERR_ABORTED) {
        events.onFailure(code === MediaError.MEDIA_ERR_DECODE ? 'decode' : 'link')
      }
    })
  }
}
