import { coverSource } from '@segue/ui'
import type { Track } from '../../lib/track.ts'
import { halt, next, pause, previous, resume, seek } from './playback.ts'
import { usePlayer, type PlayerState } from './player-store.ts'
import { currentEntry } from './queue.ts'
import { usePlaybackSettings } from './settings.ts'

const jumpSeconds = 10
/** A step of more is a jump, which the device could not reckon with by itself. */
const stepSeconds = 1.5

/** Lets the keys of a keyboard, a headset and a lock screen play, and shows them what plays. */
export function connectMediaSession(): void {
  if (!('mediaSession' in navigator)) return
  const session = navigator.mediaSession
  for (const [action, handle] of Object.entries(actions)) {
    try {
      session.setActionHandler(action as MediaSessionAction, handle)
    } catch {
      // An older browser that does not know this one has the others.
    }
  }
  session.playbackState = 'none'
  usePlayer.subscribe((state, before) => {
    const playbackState = playbackStateOf(state)
    if (session.playbackState !== playbackState) session.playbackState = playbackState
    const track = currentEntry(state.queue)?.item
    if (track?.id !== currentEntry(before.queue)?.item.id)
      session.metadata = track ? metadataOf(track) : null
    if (isMoved(state, before)) session.setPositionState(positionOf(state))
  })
  usePlaybackSettings.subscribe(() => session.setPositionState(positionOf(usePlayer.getState())))
}

const actions: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
  play: () => void resume(),
  pause,
  stop: () => halt(usePlayer.getState().queue),
  nexttrack: next,
  previoustrack: previous,
  seekto({ seekTime }) {
    if (seekTime !== undefined) seek(seekTime)
  },
  seekbackward: ({ seekOffset }) => jump(-(seekOffset ?? jumpSeconds)),
  seekforward: ({ seekOffset }) => jump(seekOffset ?? jumpSeconds),
}

function jump(seconds: number): void {
  const { positionSeconds, durationSeconds } = usePlayer.getState()
  seek(Math.min(Math.max(positionSeconds + seconds, 0), durationSeconds))
}

/** It plays while sound is wanted and comes: a device that is told more counts on by itself. */
function playbackStateOf({ queue, isPlaying, isWaiting }: PlayerState): MediaSessionPlaybackState {
  if (!currentEntry(queue)) return 'none'
  return isPlaying && !isWaiting ? 'playing' : 'paused'
}

function isMoved(state: PlayerState, before: PlayerState): boolean {
  const playbackState = playbackStateOf(state)
  if (playbackState !== playbackStateOf(before)) return true
  if (state.durationSeconds !== before.durationSeconds) return true
  const step = state.positionSeconds - before.positionSeconds
  return step < 0 || step > (playbackState === 'playing' ? stepSeconds * speed() : 0)
}

function positionOf({ durationSeconds, positionSeconds }: PlayerState): MediaPositionState {
  if (durationSeconds <= 0) return {}
  const position = Math.min(positionSeconds, durationSeconds)
  return { duration: durationSeconds, position, playbackRate: speed() }
}

function speed(): number {
  return usePlaybackSettings.getState().speed
}

function metadataOf({ title, artist, album, coverUrl }: Track): MediaMetadata {
  return new MediaMetadata({
    title,
    artist: artist.name,
    album: album?.title ?? '',
    artwork: coverUrl === null ? [] : artworkOf(coverUrl),
  })
}

function artworkOf(path: string): MediaImage[] {
  return ([96, 320, 640] as const).map((width) => ({
    src: coverSource(path, width).src,
    sizes: `${width}x${width}`,
  }))
}
