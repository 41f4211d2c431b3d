import { showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { askAboutDuplicates } from '../../lib/playlist-choice.ts'
import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import { addTracks, countContained } from './add-tracks.ts'
import { sayAdded } from './say-added.ts'

/** Puts tracks that were dropped on a playlist into it; asks about those that are in it already. */
export async function dropTracks(playlist: Playlist, tracks: readonly Track[]): Promise<void> {
  try {
    const count = await countContained(playlist, tracks)
    if (count > 0) return askAboutDuplicates(tracks, { playlist, count })
    const entryIds = await addTracks({ playlist, tracks, onDuplicate: 'add' })
    sayAdded({ playlist, entryIds, asked: tracks.length })
  } catch (error) {
    const { notKept } = messages.playlists
    showToast({ title: notKept, detail: errorSentence(error), isProblem: true })
  }
}
