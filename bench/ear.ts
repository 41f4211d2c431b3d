import { errors, type Page } from 'playwright-core'

interface Ear {
  /** When the last press was, in milliseconds since the page began. */
  pressedAt: number
  /** When the click was that came of it. */
  clickedAt: number
  /** Milliseconds from the last press to its first sample at the loudspeaker; null before that. */
  sinceThePress(): number | null
}

/**
 * Runs in a page before its own scripts. Whatever goes to the loudspeaker also goes to an analyser
 * that keeps most of a second of it. The sample that a sound begins with is looked for afterwards,
 * and its time is told by the clock of the audio: nothing is polled for while it is awaited, and
 * what the device itself takes is counted.
 */
export function openEar(): void {
  const kept = 32_768
  /** So many samples of nothing lie before a sound that begins. */
  const gap = 64
  const samples = new Float32Array(kept)
  let analyser: AnalyserNode | null = null
  const press = ({ timeStamp }: Event) => {
    ear.pressedAt = timeStamp
  }
  addEventListener('pointerdown', press, true)
  addEventListener('keydown', press, true)
  addEventListener('click', ({ timeStamp }) => (ear.clickedAt = timeStamp), true)
  const connect = AudioNode.prototype.connect as (...given: unknown[]) => AudioNode
  AudioNode.prototype.connect = function (this: AudioNode, ...given: unknown[]): AudioNode {
    if (given[0] instanceof AudioDestinationNode && this.context instanceof AudioContext) {
      analyser = new AnalyserNode(this.context, { fftSize: kept })
      connect.call(this, analyser)
    }
    return connect.apply(this, given)
  } as typeof AudioNode.prototype.connect

  const ear: Ear = {
    pressedAt: Infinity,
    clickedAt: Infinity,
    sinceThePress() {
      if (!analyser) return null
      const { pressedAt } = ear
      const context = analyser.context as AudioContext
      analyser.getFloatTimeDomainData(samples)
      const end = context.currentTime
      const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp()
      let silent = 0
      for (const [at, sample] of samples.entries()) {
        if (Math.abs(sample) < 0.000_05) {
          silent += 1
          continue
        }
        const time = end - (kept - at) / context.sampleRate
        const heardAt = performanceTime + (time - contextTime) * 1000
        // What was on its way to the loudspeaker by then is still of the sound before.
        const sentAt = heardAt - context.outputLatency * 1000
        if (silent >= gap && sentAt > pressedAt) return heardAt - pressedAt
        silent = 0
      }
      return null
    },
  }
  Object.assign(globalThis, { ear })
}

/** How long the last press was held before the click, in milliseconds. */
export function heldTime(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { clickedAt, pressedAt } = (globalThis as unknown as { ear: Ear }).ear
    return clickedAt - pressedAt
  })
}

/** How long the call took that a link for the last press came with first; 0 where it was at hand. */
export function linkTime(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { pressedAt } = (globalThis as unknown as { ear: Ear }).ear
    const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const links = calls
      .filter(({ name }) => /stream\.(start|prepare)/.test(name))
      .filter(({ startTime }) => startTime >= pressedAt)
    const [first] = links.toSorted((one, other) => one.responseEnd - other.responseEnd)
    return first?.duration ?? 0
  })
}

/**
 * Waits for the sound of the last press: milliseconds from the press to the loudspeaker. Null where
 * the machine was so busy that nobody looked while its beginning was kept.
 */
export async function sinceThePress(page: Page): Promise<number | null> {
  const look = () => (globalThis as unknown as { ear: Ear }).ear.sinceThePress()
  try {
    const found = await page.waitForFunction(look, undefined, { polling: 100, timeout: 10_000 })
    return await found.jsonValue()
  } catch (error) {
    if (error instanceof errors.TimeoutError) return null
    throw error
  }
}
