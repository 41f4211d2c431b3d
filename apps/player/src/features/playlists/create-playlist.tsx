import { Button } from '@segue/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { NewPlaylist } from './new-playlist.tsx'

/** The button that makes a new playlist, and leads to it. */
export function CreatePlaylist() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden className="size-4" />
        {messages.playlists.create}
      </Button>
      <NewPlaylist isOpen={isOpen} onOpenChange={setIsOpen} />
    </>
  )
}
