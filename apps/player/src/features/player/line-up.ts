import type { Track } from '../../lib/track.ts'
import type { AudioEngine } from './audio-engine.ts'
import { gainOf } from './loudness.ts'
import { patiently } from './patience.ts'
import { usePlayer } from './player-store.ts'
import { currentEntry, following, type Queue, type QueueEntry } from './queue.ts'
import { usePlaybackSettings } from './settings.ts'
import { crossfadeBetween, isAmidAlbum } from './transition.ts'
import { prepareLink, warmLink, type WarmLink } from './warm-links.ts'

/** So long before the end of a track the next one is loaded. */
const readyBeforeSeconds = 30

interface LinedUp extends WarmLink {
  key: number
}

let linedUp: LinedUp | null = null
/** The entry whose link is being asked for, or was in vain. */
let triedKey: number | null = null
/** The entry whose link was asked for long before its time. */
let warmedKey: number | null = null

/** The queue as it stands once the current track is over; null where the music ends. */
export function upNext(): Queue<Track> | null {
  const { queue, repeat } = usePlayer.getState()
  return following(queue, repeat)
}

/** Loads what follows in the queue when its time comes, and takes back what follows no more. */
export function keepNextReady(engine: AudioEngine): void {
  const { positionSeconds, durationSeconds, stopsAfterTrack } = usePlayer.getState()
  const isTime = durationSeconds - positionSeconds <= readyBeforeSeconds
  const after = stopsAfterTrack ? null : upNext()
  const entry = after ? currentEntry(after) : undefined
  if (!isTime && !linedUp) return warmNext(entry)
  if (linedUp && linedUp.key !== entry?.key) {
    forgetLinedUp()
    engine.forgetNext()
  }
  if (entry && isTime && !engine.hasNext && triedKey !== entry.key) void lineUp(engine, entry)
}

/** Its link is at hand early: the listener may go on to it at any time. Asked for once. */
function warmNext(entry: QueueEntry<Track> | undefined): void {
  if (!entry || entry.key === warmedKey) return
  warmedKey = entry.key
  if (!warmLink(entry.item.id)) prepareLink(entry.item.id).catch(() => undefined)
}

/** What was lined up, now that it is heard. */
export function takeLinedUp(): LinedUp | null {
  const taken = linedUp
  forgetLinedUp()
  return taken
}

/** Another track is loaded: what was lined up is not any more. */
export function forgetLinedUp(): void {
  linedUp = null
  triedKey = null
}

async function lineUp(engine: AudioEngine, { key, item }: QueueEntry<Track>): Promise<void> {
  triedKey = key
  const isWanted = () => triedKey === key
  const ask = async () => warmLink(item.id) ?? prepareLink(item.id)
  // Without a link the track starts as any other does, a moment after its turn has come.
  const link = await patiently(ask, isWanted).catch(() => undefined)
  const queue = upNext()
  const current = currentEntry(usePlayer.getState().queue)?.item
  if (!link || !queue || !current || !isWanted()) return
  const settings = usePlaybackSettings.getState()
  linedUp = { ...link, key }
  engine.lineUp(
    { url: link.url, gain: gainOf(link.loudness, settings.loudness, isAmidAlbum(queue)) },
    crossfadeBetween(current, item, settings),
  )
}
