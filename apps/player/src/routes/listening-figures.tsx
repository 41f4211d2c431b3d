import type { RouterOutputs } from '@segue/api'
import { formatNumber } from '@segue/ui'
import { dayName } from '../lib/calendar-days.ts'
import { dayRows, hourRows, weekdayRows, yearRows } from '../lib/listening-rows.ts'
import type { DaySpan, ListeningSearch } from '../lib/listening-search.ts'
import { messages } from '../lib/messages.ts'
import { BarFigure } from './bar-figure.tsx'
import { ListeningCalendar } from './listening-calendar.tsx'
import { ListeningTops } from './listening-tops.tsx'

export interface ListeningFiguresProps {
  stats: RouterOutputs['history']['stats']
  search: ListeningSearch
  span: DaySpan
}

/** Sums, and when they came about: by days, hours, weekdays and years; and what was heard most. */
export function ListeningFigures({ stats, search, span }: ListeningFiguresProps) {
  const { listening } = messages
  const isShort = search.span === 'week' || search.span === 'month'
  const { longestStreak } = stats
  return (
    <>
      <dl className="mb-8 grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
        <Figure label={listening.time} value={listening.duration(stats.listenedMs)} />
        <Figure label={listening.plays} value={formatNumber(stats.plays)} />
        <Figure label={listening.tracks} value={formatNumber(stats.distinct.tracks)} />
        <Figure label={listening.artists} value={formatNumber(stats.distinct.artists)} />
        {longestStreak && (
          <Figure label={listening.streak} value={listening.streakDays(longestStreak.days)} />
        )}
      </dl>
      {isShort ? (
        <BarFigure title={listening.days} head={listening.day} rows={dayRows(stats.perDay, span)} />
      ) : (
        <ListeningCalendar days={stats.perDay} {...calendarSpan(search)} />
      )}
      <div className="gap-x-10 lg:grid lg:grid-cols-2">
        <BarFigure title={listening.hours} head={listening.hour} rows={hourRows(stats.perHour)} />
        <BarFigure
          title={listening.weekdays}
          head={listening.weekday}
          rows={weekdayRows(stats.perWeekday)}
        />
      </div>
      {stats.perYear.length > 1 && (
        <BarFigure title={listening.years} head={listening.year} rows={yearRows(stats.perYear)} />
      )}
      <ListeningTops stats={stats} />
    </>
  )
}

/** The year that is asked for, or the 53 weeks up to today. */
function calendarSpan({ year }: ListeningSearch): { first: string; last: string } {
  if (year !== undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const now = new Date()
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 364)
  return { first: dayName(first), last: dayName(now) }
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex min-h-22 flex-col justify-center rounded-lg border border-line bg-surface px-4 py-3">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="text-xl font-bold tracking-tight tabular-nums">{value}</dd>
    </div>
  )
}
