import { errorData } from '@segue/web'
import type { Playlist } from '../playlist.ts'
import { tellTabs } from '../tab-room.ts'
import { fetchMissing } from './fetch-audio.ts'
import { sweep, writeKept } from './keep.ts'
import { deleteCollection, openKept, type Album, type CollectionRef } from './kept-cache.ts'
import { isKept, keptState, loadKept, useKept } from './kept.ts'
import { lastListener } from './last-listener.ts'
import { readCollection } from './read-collection.ts'

let following: Promise<void> = Promise.resolve()
let isFollowing = false

/** Follows what has changed in the collections that are kept, and fetches what is missing. */
export function refreshKept(): Promise<void> {
  following = following.catch(() => undefined).then(followAll)
  return following
}

async function followAll(): Promise<void> {
  const listener = lastListener()?.id
  if (listener === undefined) return
  isFollowing = true
  try {
    const { collections } = await loadKept()
    for (const { kind, id } of collections) await follow(listener, { kind, id })
    await sweep(listener)
    tellTabs({ kind: 'kept' })
  } finally {
    isFollowing = false
    void fetchMissing()
  }
}

/** Whether it fits or not: what is there plays, and the rest says that there is no room. */
async function follow(listener: string, ref: CollectionRef): Promise<void> {
  try {
    const kept = await readCollection(ref, await keptState())
    // It may have been dropped meanwhile.
    if (isKept(useKept.getState(), ref)) await writeKept(listener, kept)
  } catch (error) {
    if (errorData(error)?.reason !== 'not_found') throw error
    await deleteCollection(await openKept(listener), ref)
    await loadKept()
  }
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Follows changes once no more of them come. */
export function followSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    refreshKept().catch(() => {
      // Nobody answers: when the network is back.
    })
  }, 1000)
}

/** Takes a look at what the server tells of albums and playlists: what is kept may have changed. */
export async function followIfOther(told: readonly (Album | Playlist)[]): Promise<void> {
  if (isFollowing) return
  const { collections } = await keptState()
  const isOther = told.some((now) => {
    const kept = collections.find(({ id }) => id === now.id)
    return kept !== undefined && stateOf(kept.about) !== stateOf(now)
  })
  if (isOther) followSoon()
}

function stateOf(about: Album | Playlist): string {
  const { trackCount, durationMs } = about
  const name = 'name' in about ? about.name : about.title
  return [name, trackCount, durationMs, 'updatedAt' in about && about.updatedAt].join()
}
