import { IconButton } from '@segue/ui'
import { SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { messages } from '../../lib/messages.ts'

const PlaybackSettings = lazy(async () => {
  const { PlaybackSettings } = await import('./playback-settings.tsx')
  return { default: PlaybackSettings }
})

/** Opens the settings of how music is to sound. */
export function PlaybackSettingsButton({ className }: { className?: string }) {
  const [isOpen, setIsOpen] = useState<boolean | null>(null)
  return (
    <>
      <IconButton
        label={messages.sound.title}
        size="sm"
        className={className}
        onClick={() => setIsOpen(true)}
      >
        <SlidersHorizontal aria-hidden className="size-[1.125rem]" />
      </IconButton>
      {isOpen !== null && (
        <Suspense>
          <PlaybackSettings isOpen={isOpen} onOpenChange={setIsOpen} />
        </Suspense>
      )}
    </>
  )
}
