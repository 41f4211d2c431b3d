import { classNames, Cover } from '@segue/ui'
import { useId } from 'react'
import { messages } from '../../lib/messages.ts'
import { usePlayer } from './player-store.ts'
import { playEntry } from './queue-commands.ts'
import { useShallow } from 'zustand/react/shallow'

const shownCount = 6

/** The next few tracks of the queue, each of which can be played at once. */
export function UpNext({ className }: { className?: string }) {
  const id = useId()
  const following = usePlayer(
    useShallow(({ queue }) =>
      queue.entries.slice(queue.position + 1, queue.position + 1 + shownCount),
    ),
  )
  if (following.length === 0) return <div className={className} />
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className="mb-2 px-2 font-semibold">
        {messages.player.upNext}
      </h2>
      <ol>
        {following.map(({ key, item }) => (
          <li key={key}>
            <button
              type="button"
              aria-label={messages.row.play(item.title)}
              onClick={() => playEntry(key)}
              className={classNames(
                'flex w-full items-center gap-3 rounded-md p-2 text-left text-sm transition-colors',
                'hover:bg-sunken/70',
              )}
            >
              <Cover path={item.coverUrl} name={item.album?.title ?? item.title} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{item.title}</span>
                <span className="block truncate text-ink-soft">{item.artist.name}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
