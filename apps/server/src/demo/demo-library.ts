import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { albums } from './catalogue.ts'
import type { DemoAlbum } from './catalogue.ts'
import { renderCover } from './covers/cover.ts'
import { tagMp3 } from './encoding/id3.ts'
import type { RenderedTrack, TrackPlace } from './render-worker.ts'

/** A finished file of the demo library, as an upload would bring it. */
export interface DemoTrack {
  /** such as `01 새벽 기차.mp3` */
  filename: string
  contentType: 'audio/mpeg'
  /** the whole file: tags, embedded cover, audio */
  bytes: Uint8Array
}

const places: TrackPlace[] = albums.flatMap(({ tracks }, album) =>
  tracks.map((_, track) => ({ album, track })),
)

/** How many tracks the demo library has. */
export const demoTrackCount = places.length

/**
 * Composes the demo library: plays, encodes and tags every piece, several at a time on workers,
 * and yields each as soon as it is ready, so in no fixed order. The bytes of a track are the same
 * on every run, which lets an import recognise it by its hash.
 * @throws the error of a worker that failed; the workers end when the caller stops iterating.
 */
export async function* renderDemoLibrary(): AsyncIterable<DemoTrack> {
  const queue = [...places]
  const covers = new Map<number, Promise<Uint8Array>>()
  const coverOf = (album: number) => {
    const cover = covers.get(album) ?? renderCover(albumAt(album).cover, albumAt(album).title)
    covers.set(album, cover)
    return cover
  }
  const next = async (worker: Worker, place: TrackPlace) => {
    worker.postMessage(place)
    const [rendered] = (await once(worker, 'message')) as [RenderedTrack]
    return { worker, track: tag(place, rendered, await coverOf(place.album)) }
  }
  const pending = new Map<Worker, ReturnType<typeof next>>()
  const proceed = (worker: Worker) => {
    const place = queue.shift()
    if (!place) return pending.delete(worker)
    const rendering = next(worker, place)
    // A failure is thrown when it is waited for; until then it must not end the process.
    rendering.catch(() => undefined)
    return pending.set(worker, rendering)
  }
  const workers = startWorkers()
  try {
    workers.forEach(proceed)
    while (pending.size > 0) {
      const { worker, track } = await Promise.race(pending.values())
      proceed(worker)
      yield track
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function startWorkers(): Worker[] {
  const count = Math.min(4, availableParallelism(), demoTrackCount)
  const script = new URL('./render-worker.ts', import.meta.url)
  return Array.from({ length: count }, () => new Worker(script))
}

function albumAt(index: number): DemoAlbum {
  const album = albums[index]
  if (!album) throw new Error(`The demo library has no album ${index}`)
  return album
}

function tag(place: TrackPlace, { mp3, loudness }: RenderedTrack, cover: Uint8Array): DemoTrack {
  const { artist, title: album, genre, year, tracks } = albumAt(place.album)
  const trackNumber = place.track + 1
  const title = tracks[place.track]?.title ?? album
  const trackCount = tracks.length
  const tags = { title, artist, album, genre, year, trackNumber, trackCount, loudness, cover }
  return {
    filename: `${String(trackNumber).padStart(2, '0')} ${title}.mp3`,
    contentType: 'audio/mpeg',
    bytes: tagMp3(mp3, tags),
  }
}
