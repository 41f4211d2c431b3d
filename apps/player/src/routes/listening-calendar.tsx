import type { RouterOutputs } from '@segue/api'
import { useState, type PointerEvent } from 'react'
import { calendarDays, stepOf } from '../lib/calendar-days.ts'
import { dayWords, type ListeningRow } from '../lib/listening-rows.ts'
import { messages } from '../lib/messages.ts'
import { ChartFigure } from './chart-figure.tsx'

type Days = RouterOutputs['history']['stats']['perDay']

export interface ListeningCalendarProps {
  days: Days
  /** As `2026-04-30`; both are in. */
  first: string
  last: string
}

const cell = 14
const top = 18
/** How large the square of each step is: that it is told by more than a shade. */
const sizes = [3, 6, 8, 10, 12] as const

/** A year of days: the larger its square, the longer the day was listened to. */
export function ListeningCalendar({ days, first, last }: ListeningCalendarProps) {
  const { listening } = messages
  const [pointed, setPointed] = useState<string | null>(null)
  const heard = new Map(days.map((row) => [row.day, row]))
  const shown = calendarDays(first, last)
  const most = Math.max(0, ...shown.map(({ day }) => heard.get(day)?.listenedMs ?? 0))
  const weeks = (shown.at(-1)?.week ?? 0) + 1
  const wordsOf = (day: string) => {
    const { plays, listenedMs } = heard.get(day) ?? { plays: 0, listenedMs: 0 }
    const date = dayWords(day, { dateStyle: 'full' })
    return listening.heardOn(date, listening.duration(listenedMs), listening.played(plays))
  }
  function point({ currentTarget, clientX, clientY }: PointerEvent<SVGElement>) {
    const box = currentTarget.getBoundingClientRect()
    const scale = (weeks * cell) / box.width
    const week = Math.floor(((clientX - box.left) * scale) / cell)
    const weekday = Math.floor(((clientY - box.top) * scale - top) / cell)
    setPointed(shown.find((each) => each.week === week && each.weekday === weekday)?.day ?? null)
  }
  return (
    <ChartFigure
      title={listening.calendar}
      head={listening.day}
      rows={tableRows(days, first, last)}
    >
      <section
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
        tabIndex={0}
        aria-label={listening.calendar}
        ref={toTheEnd}
        className="overflow-x-auto"
      >
        <svg
          role="img"
          aria-label={listening.calendar}
          viewBox={`0 0 ${weeks * cell} ${top + 7 * cell}`}
          className="min-w-[44rem]"
          onPointerMove={point}
          onPointerLeave={() => setPointed(null)}
        >
          {monthsOf(shown).map(({ day, week }) => (
            <text key={day} x={week * cell} y={11} fontSize={10} className="fill-ink-soft">
              {dayWords(day, { month: 'short' })}
            </text>
          ))}
          {shown.map(({ day, week, weekday }) => {
            const step = stepOf(heard.get(day)?.listenedMs ?? 0, most)
            const size = sizes[step]
            return (
              <rect
                key={day}
                x={week * cell + (cell - size) / 2}
                y={top + weekday * cell + (cell - size) / 2}
                width={size}
                height={size}
                rx={size / 5}
                className={step === 0 ? 'fill-line-strong' : 'fill-accent'}
              />
            )
          })}
        </svg>
      </section>
      <div className="mt-2 flex min-h-5 flex-wrap items-center justify-between gap-x-4 text-sm text-ink-soft">
        <p>{pointed === null ? '' : wordsOf(pointed)}</p>
        <Legend />
      </div>
    </ChartFigure>
  )
}

function Legend() {
  const { listening } = messages
  return (
    <p className="flex items-center gap-1.5 text-xs">
      {listening.less}
      <svg aria-hidden width={5 * cell} height={cell}>
        {sizes.map((size, step) => (
          <rect
            key={size}
            x={step * cell + (cell - size) / 2}
            y={(cell - size) / 2}
            width={size}
            height={size}
            rx={size / 5}
            className={step === 0 ? 'fill-line-strong' : 'fill-accent'}
          />
        ))}
      </svg>
      {listening.more}
    </p>
  )
}

/** The days with plays, the last first. */
function tableRows(days: Days, first: string, last: string): ListeningRow[] {
  return days
    .filter(({ day }) => day >= first && day <= last)
    .toReversed()
    .map(({ day, plays, listenedMs }) => ({
      short: day,
      name: dayWords(day, { dateStyle: 'full' }),
      plays,
      listenedMs,
    }))
}

/** Where each month is written: over the first whole week of it. */
function monthsOf(days: readonly { day: string; week: number; weekday: number }[]) {
  return days.filter(({ day, weekday }) => weekday === 0 && Number(day.slice(8)) <= 7)
}

/** A phone shows a part: the last one first. */
function toTheEnd(box: HTMLElement | null): void {
  if (box) box.scrollLeft = box.scrollWidth
}
