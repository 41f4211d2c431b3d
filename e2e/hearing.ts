import type { Page } from 'playwright-core'

/** What comes out of a page at one moment. */
export interface Sound {
  /** Root mean square: 0 for silence, about 0.7 for a full sine. */
  loudness: number
  /** The strongest frequency, in hertz, to some 6 Hz; 0 for silence. */
  pitch: number
}

/** Where the page's audio element stands, in seconds. */
export function position(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0)
}

/** What is heard, to the nearest 20 Hz; 0 for silence. */
export async function pitchOf(page: Page): Promise<number> {
  const { pitch } = await hear(page)
  return Math.round(pitch / 20) * 20
}

/**
 * Listens to the page's audio element for a fifth of a second. A captured stream carries the signal
 * before the element's own volume, which is therefore reckoned in.
 */
export function hear(page: Page): Promise<Sound> {
  return page.evaluate(async () => {
    const silence = { loudness: 0, pitch: 0 }
    const element = document.querySelector('audio') as
      | (HTMLAudioElement & { captureStream(): MediaStream })
      | null
    const stream = element?.captureStream()
    if (!element || !stream || stream.getAudioTracks().length === 0) return silence
    const context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 8192 })
    context.createMediaStreamSource(stream).connect(analyser)
    const start = context.currentTime
    while (context.currentTime - start < 0.25) await new Promise(requestAnimationFrame)
    const samples = new Float32Array(analyser.fftSize)
    const spectrum = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatTimeDomainData(samples)
    analyser.getFloatFrequencyData(spectrum)
    await context.close()
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    const loudness = Math.sqrt(power) * (element.muted ? 0 : element.volume)
    const strongest = spectrum.indexOf(Math.max(...spectrum))
    const pitch = (strongest * context.sampleRate) / analyser.fftSize
    return loudness > 0.001 ? { loudness, pitch } : silence
  })
}
