import { Button } from '@segue/ui'
import { Play } from 'lucide-react'
import { messages } from '../lib/messages.ts'

export interface PlayButtonProps {
  isDisabled: boolean
  onPlay(): void
}

/** Plays all that a page shows, from its first track on. */
export function PlayButton({ isDisabled, onPlay }: PlayButtonProps) {
  return (
    <Button look="primary" disabled={isDisabled} onClick={onPlay}>
      <Play aria-hidden className="size-4 fill-current" />
      {messages.collection.playAll}
    </Button>
  )
}
