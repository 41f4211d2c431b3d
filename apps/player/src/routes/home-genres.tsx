import { Cover } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { messages } from '../lib/messages.ts'

/** Ways into the library by genre. */
export function HomeGenres({ genres }: { genres: readonly { name: string; count: number }[] }) {
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      {genres.map(({ name, count }) => (
        <li key={name} className="min-w-0">
          <Link
            to="/tracks"
            search={{ genre: name }}
            className="flex items-center gap-3 rounded-md border border-line bg-surface p-2 hover:border-line-strong"
          >
            <Cover path={null} name={name} className="size-10" />
            <span className="min-w-0 text-sm">
              <span className="block truncate font-semibold">{name}</span>
              <span className="block truncate text-ink-soft">
                {messages.collection.tracks(count)}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
