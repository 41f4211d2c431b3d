import { showToast } from '@segue/ui'
import { errorSentence } from '../../lib/error-sentence.ts'
import { inChunks } from '../../lib/in-chunks.ts'
import { pageHeading } from '../../lib/page-heading.ts'
import { api, queries } from '../../lib/trpc.ts'
import { words } from './words.ts'

/** Takes tracks out of the library, until they are restored or purged; tells how many. */
export async function removeTracks(ids: readonly string[]): Promise<number> {
  try {
    return await inChunks(ids, (ids) => api.tracks.remove.mutate({ ids }))
  } finally {
    await refreshLists()
  }
}

/** Puts removed tracks back where they were, and says what came of it. */
export async function restoreTracks(ids: readonly string[]): Promise<void> {
  try {
    const count = await inChunks(ids, (ids) => api.tracks.restore.mutate({ ids }))
    showToast({ title: words.restored(count) })
    // What was pressed goes away, with its row or by itself.
    pageHeading()?.focus({ preventScroll: true })
  } catch (error) {
    showToast({ title: errorSentence(error), isProblem: true })
  } finally {
    await refreshLists()
  }
}

function refreshLists(): Promise<unknown> {
  return Promise.all([queries.tracks.invalidate(), queries.admin.invalidate()])
}
