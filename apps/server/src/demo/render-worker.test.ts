import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import type { RenderedTrack } from './render-worker.ts'

const script = new URL('./render-worker.ts', import.meta.url)

async function render(worker: Worker, album: number, track: number): Promise<string> {
  worker.postMessage({ album, track })
  const [{ mp3, loudness }] = (await once(worker, 'message')) as [RenderedTrack]
  return createHash('sha256').update(mp3).update(JSON.stringify(loudness)).digest('hex')
}

it('renders a track to the same bytes on every worker, whatever that rendered before', async () => {
  const fresh = new Worker(script)
  const used = new Worker(script)
  try {
    const [first, second] = await Promise.all([
      render(fresh, 5, 0),
      render(used, 4, 1).then(() => render(used, 5, 0)),
    ])
    expect(second).toBe(first)
  } finally {
    await Promise.all([fresh.terminate(), used.terminate()])
  }
}, 90_000)
