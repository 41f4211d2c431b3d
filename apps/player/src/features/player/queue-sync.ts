import type { RouterOutputs } from '@segue/api'
import { thisDevice } from '../../lib/device.ts'
import { keep, readKept } from '../../lib/kept-records.ts'
import { signedInId } from '../../lib/signed-in-id.ts'
import { api } from '../../lib/trpc.ts'
import { resume } from './playback.ts'
import { usePlayer, type PlayerState } from './player-store.ts'
import { adoptRestored } from './adopt-restored.ts'
import { useQueueOffer } from './queue-offer.ts'
import { savedQueue, windowOf } from './queue-record.ts'

/** A change is sent once no other follows for so long, and the place at most so often. */
const saveAfterMs = 1_200
const placeEveryMs = 10_000
const askEveryMs = 5_000

/** Who this device saves for; null while that is not known. */
let owner: string | null = null
/** The newest revision that this device knows of: what is saved on top of it is accepted. */
let seen = 0
/** What the server has is this device's: how far it plays can be told. */
let isOurs = false
let isDirty = false
let isClaimed = false
let isSaving = false
let savedWindow = { start: 0, end: 0 }
let sentPlaceAt = 0
let askedAt = 0
let asking: ReturnType<typeof setTimeout> | undefined
let lastInstant = 0
let timer: ReturnType<typeof setTimeout> | undefined
/** What is on its way to the server. */
let telling: Promise<unknown> = Promise.resolve()

type Mark = RouterOutputs['queue']['save']

/** Saves for that listener from now on, and asks what their other devices have played since. */
export async function belongTo(userId: string): Promise<void> {
  owner = userId
  seen = Number((await readKept(seenName(userId))) ?? 0)
  isOurs = false
  isDirty = false
  useQueueOffer.setState({ offer: null })
  askedAt = 0
  await askOthers()
}

/** Saves nothing until it is known for whom. */
export function belongToNobody(): void {
  owner = null
  clearTimeout(timer)
  timer = undefined
  useQueueOffer.setState({ offer: null })
}

/** Whom it saves for is still signed in. */
function isOwned(): boolean {
  return owner !== null && owner === signedInId()
}

/** Asks whether another device has gone on with the queue, when this one is looked at again. */
export function watchOthers(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void askOthers()
  })
  globalThis.addEventListener('focus', () => void askOthers())
  globalThis.addEventListener('online', () => {
    if (isDirty) void save()
  })
}

/** Something else is in the queue, or in another order: it is saved in a moment. */
export function noteChange(state: PlayerState, before: PlayerState): void {
  const isSame =
    state.supply === before.supply &&
    state.repeat === before.repeat &&
    state.queue.entries.length === before.queue.entries.length &&
    state.queue.entries.every(({ key }, index) => key === before.queue.entries[index]?.key)
  // A list that was begun here is what the listener wants now, whatever plays elsewhere.
  if (state.supply.startedAt !== before.supply.startedAt) isClaimed = true
  if (!isSame) isDirty = true
  else sentPlaceAt = 0
  clearTimeout(timer)
  timer = setTimeout(() => {
    timer = undefined
    void (isDirty ? save() : sendPlace())
  }, saveAfterMs)
}

/** It has played on: the server is told now and then. */
export function notePlace(): void {
  // A start has the line to itself: what has just changed is saved in a moment, its place with it.
  if (timer !== undefined) return
  if (Date.now() - sentPlaceAt >= placeEveryMs) void sendPlace()
}

/** The page goes, or is looked at no more: what is left to be told is told now. */
export function flush(): void {
  if (isDirty || usePlayer.getState().isPlaying) void sendPlace()
}

/** Has told the server what was left to be told: after a sign-out nobody may. */
export async function settleQueue(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  await telling
  if (isDirty) await save()
  await telling
  sentPlaceAt = Date.now()
}

/** Tells the server how far the queue has played, or all of it where that is not known there. */
export async function sendPlace(): Promise<void> {
  if (!isOwned() || isSaving) return
  if (isDirty) return save()
  if (!isOurs) return
  sentPlaceAt = Date.now()
  const { queue, positionSeconds } = usePlayer.getState()
  const position = queue.position - savedWindow.start
  // Outside of what the server has of the queue it can't be told a place.
  if (position < 0 || queue.position >= savedWindow.end) return save()
  const positionMs = Math.round(positionSeconds * 1000)
  const input = { ...mark(), revision: seen, position, positionMs }
  const answer = await tell(api.queue.progress.mutate(input))
  if (answer) settle(answer)
}

async function save(): Promise<void> {
  if (!isOwned() || isSaving) return
  isSaving = true
  isDirty = false
  const state = usePlayer.getState()
  const { id: deviceId, name: deviceName } = thisDevice()
  const input = {
    ...mark(),
    ...savedQueue(state),
    deviceId,
    deviceName,
    baseRevision: seen,
    positionMs: Math.round(state.positionSeconds * 1000),
  }
  savedWindow = windowOf(state.queue)
  sentPlaceAt = Date.now()
  const answer = await tell(api.queue.save.mutate(input))
  isSaving = false
  if (!answer) isDirty = true
  else if (!answer.saved && isClaimed) {
    remember(answer.revision)
    isDirty = true
  } else settle(answer)
  if (answer?.saved) isClaimed = false
  if (answer && isDirty) await save()
}

/** @returns null where it could not be told */
function tell<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  const told = call.catch(() => null)
  telling = told
  return told
}

/** The queue is this device's, or has gone on elsewhere. */
function settle(answer: Mark): void {
  if (answer.saved) {
    isOurs = true
    remember(answer.revision)
    useQueueOffer.setState({ offer: null })
  } else {
    const wasHere = isOurs
    isOurs = false
    askedAt = 0
    void askOthers(wasHere)
  }
}

async function askOthers(wasHere = isOurs): Promise<void> {
  if (!isOwned()) return
  clearTimeout(asking)
  const earlyMs = askedAt + askEveryMs - Date.now()
  if (earlyMs > 0) {
    asking = setTimeout(() => void askOthers(), earlyMs)
    return
  }
  askedAt = Date.now()
  const asker = owner
  const status = await api.queue.status.query().catch(() => null)
  if (!status || owner !== asker) return
  if (status.device.id === thisDevice().id) {
    isOurs = true
    remember(Math.max(seen, status.revision))
    if (usePlayer.getState().queue.entries.length === 0 && status.track) await takeOver(false)
  } else if (status.revision > seen && status.track) {
    isOurs = false
    useQueueOffer.setState({ offer: { status, wasHere } })
  }
}

/** Goes on here with what the server has of the queue. */
export async function takeOver(plays = true): Promise<void> {
  const kept = await api.queue.get.query()
  if (!kept) return
  useQueueOffer.setState({ offer: null })
  remember(kept.revision)
  adoptRestored(kept)
  if (!plays) return
  isDirty = true
  void save()
  await resume()
}

/** Leaves the other device's queue alone and stays with what is here. */
export function stayHere(): void {
  const { offer } = useQueueOffer.getState()
  if (offer) remember(offer.status.revision)
  useQueueOffer.setState({ offer: null })
  if (!usePlayer.getState().isPlaying) return
  isDirty = true
  void save()
}

function remember(revision: number): void {
  seen = revision
  if (owner !== null) void keep(seenName(owner), revision)
}

/** By when it is, and each time later, also where the clock was set back. */
function mark(): { deviceId: string; changedAt: number } {
  lastInstant = Math.max(Date.now(), lastInstant + 1)
  return { deviceId: thisDevice().id, changedAt: lastInstant }
}

function seenName(userId: string): string {
  return `seen ${userId}`
}
