import { EmptyState } from '@segue/ui'
import { Music, SearchX } from 'lucide-react'
import { messages } from '../lib/messages.ts'

/** Stands where a list of the library is empty, by its search or because there is no music yet. */
export function NothingFound({ isSearched }: { isSearched: boolean }) {
  const { tracks } = messages
  return isSearched ? (
    <EmptyState icon={<SearchX />} title={tracks.noMatchTitle} />
  ) : (
    <EmptyState icon={<Music />} title={tracks.emptyTitle} detail={tracks.emptyDetail} />
  )
}
