import { useState } from 'react'
import { PageTitle } from '../features/player/page-title.tsx'
import { messages } from '../lib/messages.ts'

/** The heading of the first page: a word for the time of day. */
export function HomeGreeting() {
  const { greetings } = messages.home
  const [hour] = useState(() => new Date().getHours())
  const time =
    hour >= 5 && hour < 12 ? 'morning' : hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
  return (
    <header className="mb-4 flex min-h-10 items-center md:mb-5">
      <PageTitle page={messages.nav.home} />
      <h1 tabIndex={-1} className="text-2xl font-bold tracking-tight outline-none">
        {greetings[time]}
      </h1>
    </header>
  )
}
