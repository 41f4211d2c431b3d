import type { Failure } from './recovery.ts'

export interface AudioEvents {
  /** Sound comes out. */
  onPlaying(): void
  /** Nothing to play at the moment: more is on its way. */
  onWaiting(): void
  /** It was stopped from outside: another app took the sound, a headset was pulled. */
  onPaused(): void
  onTime(positionSeconds: number): void
  onDuration(seconds: number): void
  onEnded(): void
  onFailure(failure: Failure): void
}

export type PlayAttempt = 'playing' | 'refused' | 'superseded'

/**
 * The audio element, kept out of React. It is the only place that ever holds a link to audio: links
 * run out and belong to one listener.
 */
export class AudioEngine {
  readonly #element = document.createElement('audio')
  readonly #events: AudioEvents

  constructor(events: AudioEvents) {
    this.#events = events
    this.#element.preload = 'auto'
    this.#listen()
    document.body.append(this.#element)
  }

  get positionSeconds(): number {
    return this.#element.currentTime
  }

  /** Takes a link and stands at that second of it, silent until `play`. */
  load(url: string, startAtSeconds = 0): void {
    this.#element.src = url
    this.#element.load()
    if (startAtSeconds > 0) this.#element.currentTime = startAtSeconds
  }

  /** Forgets the link and everything that came over it. */
  unload(): void {
    this.#element.pause()
    this.#element.removeAttribute('src')
    this.#element.load()
  }

  /** Starts the sound, unless the browser wants a click first or another load came between. */
  async play(): Promise<PlayAttempt> {
    try {
      await this.#element.play()
      return 'playing'
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError'
      return isRefused ? 'refused' : 'superseded'
    }
  }

  pause(): void {
    this.#element.pause()
  }

  seek(seconds: number): void {
    this.#element.currentTime = seconds
  }

  /** @param volume 0 to 1 as a person hears it: loudness grows with the power of the signal */
  setVolume(volume: number): void {
    this.#element.volume = volume ** 2
  }

  #listen(): void {
    const element = this.#element
    element.addEventListener('playing', () => this.#events.onPlaying())
    element.addEventListener('waiting', () => this.#events.onWaiting())
    element.addEventListener('timeupdate', () => this.#events.onTime(element.currentTime))
    element.addEventListener('ended', () => this.#events.onEnded())
    element.addEventListener('pause', () => {
      // The end and a failure pause it too, and are told apart by events of their own.
      const isMeant = !element.ended && !element.error && element.hasAttribute('src')
      if (isMeant) this.#events.onPaused()
    })
    element.addEventListener('durationchange', () => {
      if (Number.isFinite(element.duration)) this.#events.onDuration(element.duration)
    })
    element.addEventListener('error', () => {
      const code = element.error?.code
      if (!element.hasAttribute('src') || code === undefined) return
      if (code !== MediaError.MEDIA_ERR_ABORTED) {
        this.#events.onFailure(code === MediaError.MEDIA_ERR_DECODE ? 'decode' : 'link')
      }
    })
  }
}
