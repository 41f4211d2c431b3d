import type { Page } from 'playwright-core'

import type { Hearing, Recording } from './listen-in.ts'

/** What comes out of a page at one moment. */
export interface Sound {
  /** Root mean square: 0 for silence, about 0.7 for a full sine. */
  loudness: number
  /** The strongest frequency, in hertz, to some 6 Hz; 0 for silence. */
  pitch: number
}

/** Where the music stands as the player shows it, in whole seconds. */
export function position(page: Page): Promise<number> {
  return page.evaluate(() => {
    const slider = document.querySelector<HTMLInputElement>('section input[type=range]')
    return Number(slider?.value ?? 0)
  })
}

/** What is heard, to the nearest 20 Hz; 0 for silence. */
export async function pitchOf(page: Page): Promise<number> {
  const { pitch } = await hear(page)
  return Math.round(pitch / 20) * 20
}

/** Listens for a quarter of a second to what the page hands to the loudspeaker. */
export function hear(page: Page): Promise<Sound> {
  return page.evaluate(async () => {
    const silence = { loudness: 0, pitch: 0 }
    const { analyser } = (globalThis as unknown as { hearing: Hearing }).hearing
    if (!analyser) return silence
    const { context } = analyser
    const isRunning = () => context.state === 'running'
    const start = context.currentTime
    while (isRunning() && context.currentTime - start < 0.25)
      await new Promise(requestAnimationFrame)
    if (!isRunning()) return silence
    const samples = new Float32Array(analyser.fftSize)
    const spectrum = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatTimeDomainData(samples)
    analyser.getFloatFrequencyData(spectrum)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    const loudness = Math.sqrt(power)
    const strongest = spectrum.indexOf(Math.max(...spectrum))
    const pitch = (strongest * context.sampleRate) / analyser.fftSize
    return loudness > 0.001 ? { loudness, pitch } : silence
  })
}

/** Everything the page handed to the loudspeaker, if it was opened with `isRecorded`. */
export function recordingOf(page: Page): Promise<Recording> {
  return page.evaluate(async () => {
    const { recorded } = (globalThis as unknown as { hearing: Hearing }).hearing
    return recorded ? recorded() : { rate: 0, samples: [] }
  })
}

/** What the page told its audio to do from now on: play and pause, as they happen. */
export async function countToggles(page: Page): Promise<() => Promise<string[]>> {
  const told = await page.evaluateHandle(() => {
    const told: string[] = []
    const { elements } = (globalThis as unknown as { hearing: Hearing }).hearing
    for (const element of elements)
      for (const type of ['play', 'pause']) element.addEventListener(type, () => told.push(type))
    return told
  })
  return () => told.jsonValue()
}
