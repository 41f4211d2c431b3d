import { Link } from '@tanstack/react-router'
import { ListMusic } from 'lucide-react'
import { messages } from '../../lib/messages.ts'
import { PlaybackSettingsButton } from './playback-settings-button.tsx'
import { ShortcutsButton } from './shortcuts-button.tsx'
import { SleepMenu } from './sleep-menu.tsx'

/** What belongs to the music besides playing it: the queue and how it is heard. */
export function PlayerTools() {
  return (
    <div className="flex items-center gap-1">
      <Link
        to="/queue"
        aria-label={messages.player.queue}
        title={messages.player.queue}
        className="inline-flex size-8 items-center justify-center rounded-full text-ink-soft transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:text-accent"
      >
        <ListMusic aria-hidden className="size-[1.125rem]" />
      </Link>
      <PlaybackSettingsButton />
      <SleepMenu />
      <ShortcutsButton className="max-lg:hidden" />
    </div>
  )
}
