import type { Page } from 'playwright-core'

/** Where the page's audio element stands, in seconds. */
export function position(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0)
}

/**
 * How loud the page's audio is right now: the root mean square of a fifth of a second of what the
 * element puts out, 0 for silence, about 0.7 for a full sine.
 */
export function loudness(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const element = document.querySelector('audio') as
      | (HTMLAudioElement & { captureStream(): MediaStream })
      | null
    if (!element) return 0
    const context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 8192 })
    context.createMediaStreamSource(element.captureStream()).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const start = context.currentTime
    while (context.currentTime - start < 0.2) await new Promise(requestAnimationFrame)
    analyser.getFloatTimeDomainData(samples)
    await context.close()
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
  })
}
