import { Button } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/transfer-messages.ts'
import { entryLabel } from './entry-label.ts'
import { FindByHand } from './find-by-hand.tsx'
import type { FileEntry } from './files/playlist-file.ts'

export interface MissingTrackProps {
  jobKey: number
  index: number
  entry: FileEntry
}

/** An entry that the library has nothing for, to be looked for by hand. */
export function MissingTrack({ jobKey, index, entry }: MissingTrackProps) {
  const [isSearching, setIsSearching] = useState(false)
  const label = entryLabel(entry)
  return (
    <li className="py-2 text-sm">
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0 wrap-anywhere">{label}</span>
        <Button
          aria-label={messages.transfer.searchFor(label)}
          aria-expanded={isSearching}
          onClick={() => setIsSearching(!isSearching)}
        >
          {messages.transfer.search}
        </Button>
      </div>
      {isSearching && <FindByHand jobKey={jobKey} index={index} entry={entry} />}
    </li>
  )
}
