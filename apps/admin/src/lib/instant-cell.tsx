import { formatInstant } from '@segue/ui'

/** When it was: the day, and more faintly the time of day. */
export function InstantCell({ instant }: { instant: string }) {
  const { day, time } = formatInstant(instant)
  return (
    <time dateTime={instant} className="flex flex-wrap justify-end gap-x-1.5 tabular-nums">
      <span>{day}</span>
      <span className="text-ink-faint">{time}</span>
    </time>
  )
}
