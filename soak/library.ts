import type { RouterOutputs, Segue } from '@segue/client'

import { sha256 } from './recording.ts'
import type { Attempt } from './uploads.ts'

type Track = RouterOutputs['tracks']['byId']

/** Every track that listeners see. */
export async function listLibrary(segue: Segue): Promise<Track[]> {
  const tracks: Track[] = []
  let cursor: string | undefined
  do {
    const page = await segue.tracks.list.query({ sort: 'oldest', limit: 100, cursor })
    tracks.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return tracks
}

/** Compares what is in the library with what was sent: nothing lost, doubled or made up. */
export function compareLibrary(
  tracks: Pick<Track, 'id' | 'title'>[],
  attempts: Attempt[],
): string[] {
  const violations: string[] = []
  const ids = new Set(tracks.map(({ id }) => id))
  const titles = new Set<string>()
  const sent = new Set(attempts.map(({ recording }) => recording.title))
  for (const { trackId, recording } of attempts)
    if (trackId !== null && !ids.has(trackId))
      violations.push(`${recording.title} was acknowledged and is not in the library`)
  for (const { title } of tracks) {
    if (titles.has(title)) violations.push(`${title} is in the library twice`)
    if (!sent.has(title)) violations.push(`${title} is in the library and nobody sent it`)
    titles.add(title)
  }
  return violations
}

/** Listens to a track from end to end, and looks at its cover. @returns what is wrong with it */
export async function examine(
  segue: Segue,
  url: string,
  track: Track,
  { sha256: wanted, recording }: Attempt,
): Promise<string[]> {
  const violations: string[] = []
  const stream = await segue.stream.start.mutate({ trackId: track.id })
  const sound = await fetch(stream.url)
  const bytes = new Uint8Array(await sound.arrayBuffer())
  if (sound.status !== 200 || sha256(bytes) !== wanted)
    violations.push(`${track.title} plays wrongly: status ${sound.status}, ${bytes.length} bytes`)
  if (!track.available || track.durationMs <= 0) violations.push(`${track.title} is half there`)
  if (recording.hasCover) {
    const cover = track.coverUrl && (await fetch(new URL(track.coverUrl, url)))
    const size = cover && cover.ok ? (await cover.arrayBuffer()).byteLength : 0
    if (size === 0) violations.push(`${track.title} has lost its cover`)
  }
  return violations
}
