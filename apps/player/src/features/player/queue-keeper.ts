import { showToast } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { dropKept, keep, readKept } from '../../lib/kept-records.ts'
import { onTabMessage, tellTabs } from '../../lib/tab-room.ts'
import { signedInId } from '../../lib/signed-in-id.ts'
import { queryClient } from '../../lib/trpc.ts'
import { halt, pause, playQueue } from './playback.ts'
import { usePlayer, type PlayerState } from './player-store.ts'
import { currentEntry, toEntry } from './queue.ts'
import type { KeptPlayer } from './queue-record.ts'
import { belongTo, belongToNobody, flush, noteChange, notePlace, sendPlace } from './queue-sync.ts'

interface KeptPlace {
  key: number
  positionSeconds: number
}

/** So often the place is kept while music plays. */
const placeEveryMs = 2_000

/** Whose queue this tab keeps; null while nobody's is open. */
let owner: string | null = null
/** Whose it was opened for last. */
let opened: string | null = null
let isAdopting = false
let placeKeptAt = 0

const queueName = (userId: string) => `queue ${userId}`
const placeName = (userId: string) => `place ${userId}`

/**
 * Keeps the queue of whoever is signed in, in this browser and on the server, and has it back after a
 * reload or a crash. Tabs of one browser share it.
 */
export function keepQueue(): void {
  const look = () => {
    const id = signedInId()
    if (id === undefined || id === opened) return
    opened = id
    owner = null
    void open(id)
  }
  queryClient.getQueryCache().subscribe(look)
  usePlayer.subscribe(changed)
  globalThis.addEventListener('pagehide', keepPlaceNow)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepPlaceNow()
  })
  onTabMessage((message) => {
    if (message.kind === 'sounding') fallSilent()
    if (message.kind === 'volume') adopt(() => usePlayer.setState(levelOf(message)))
    if (message.kind === 'queue' && message.owner === owner) void adoptKept(message.owner)
    if (message.kind === 'place' && message.owner === owner) adoptPlace(message)
  })
  look()
}

/** Lets the queue be as it is kept: what becomes of it in this tab is nobody's any more. */
export function releaseQueue(): void {
  owner = null
  opened = null
  belongToNobody()
}

/** Changes the player without keeping that: it is kept already. */
function adopt(change: () => void): void {
  isAdopting = true
  try {
    change()
  } finally {
    isAdopting = false
  }
}

/** Brings the queue of a listener back, if nothing was lined up meanwhile. */
async function open(id: string): Promise<void> {
  await dropKept(id)
  await adoptKept(id, () => usePlayer.getState().queue.entries.length === 0)
  if (signedInId() !== id) return
  owner = id
  // What was begun before it was known whose it is.
  const state = usePlayer.getState()
  if (state.isPlaying) keepAll(state)
  await belongTo(id)
}

/** Music plays in another tab now. */
function fallSilent(): void {
  if (!usePlayer.getState().isPlaying) return
  pause()
  showToast({ title: messages.tabs.playsElsewhere })
}

function levelOf({ volume, isMuted }: Pick<PlayerState, 'volume' | 'isMuted'>) {
  return { volume, isMuted }
}

async function adoptKept(id: string, isWanted = () => true): Promise<void> {
  const kept = (await readKept(queueName(id))) as KeptPlayer | null
  const place = (await readKept(placeName(id))) as KeptPlace | null
  if (!kept || signedInId() !== id || !isWanted()) return
  const { queue, isPlaying, positionSeconds } = usePlayer.getState()
  const key = currentEntry(queue)?.key
  const wasHere = key !== undefined && kept.queue.entries.some((entry) => entry.key === key)
  adopt(() => {
    if (isPlaying && wasHere) usePlayer.setState({ ...kept, queue: toEntry(kept.queue, key) })
    else {
      const current = currentEntry(kept.queue)?.key
      const seconds = current === key ? positionSeconds : 0
      halt(kept.queue, place && place.key === current ? place.positionSeconds : seconds)
      usePlayer.setState(kept)
    }
  })
  if (isPlaying && !wasHere) playQueue(kept.queue)
}

/** The tab where music plays is here or there by now. */
function adoptPlace({ key, positionSeconds }: KeptPlace): void {
  const { queue, isPlaying } = usePlayer.getState()
  if (isPlaying) return
  const moved = toEntry(queue, key)
  if (currentEntry(moved)?.key === key) adopt(() => halt(moved, positionSeconds))
}

function changed(state: PlayerState, before: PlayerState): void {
  if (state.isPlaying && !before.isPlaying) tellTabs({ kind: 'sounding' })
  if (isAdopting) return
  if (state.volume !== before.volume || state.isMuted !== before.isMuted) {
    tellTabs({ kind: 'volume', ...levelOf(state) })
  }
  if (owner === null || owner !== signedInId()) return
  const { queue, supply, repeat, isShuffled } = state
  const isOther =
    queue !== before.queue ||
    supply !== before.supply ||
    repeat !== before.repeat ||
    isShuffled !== before.isShuffled
  if (isOther) {
    keepAll(state)
    noteChange(state, before)
  }
  const isStopped = before.isPlaying && !state.isPlaying
  if (isOther || isStopped) keepPlace(state)
  else if (state.positionSeconds !== before.positionSeconds) {
    const isJump = Math.abs(state.positionSeconds - before.positionSeconds) > 2
    if (isJump || Date.now() - placeKeptAt >= placeEveryMs) keepPlace(state)
  }
  if (isStopped) void sendPlace()
}

function keepAll({ queue, supply, repeat, isShuffled }: PlayerState): void {
  if (owner === null) return
  const mine = owner
  const kept: KeptPlayer = { queue, supply, repeat, isShuffled }
  void keep(queueName(mine), kept).then(() => tellTabs({ kind: 'queue', owner: mine }))
}

function keepPlace({ queue, positionSeconds }: PlayerState): void {
  const key = currentEntry(queue)?.key
  if (owner === null || key === undefined) return
  placeKeptAt = Date.now()
  void keep(placeName(owner), { key, positionSeconds } satisfies KeptPlace)
  tellTabs({ kind: 'place', owner, key, positionSeconds })
  notePlace()
}

/** The page goes, or is looked at no more. */
function keepPlaceNow(): void {
  const state = usePlayer.getState()
  if (owner === null) return
  if (state.isPlaying) keepPlace(state)
  flush()
}
