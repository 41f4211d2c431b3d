import { formatNumber } from '@segue/ui'
import type { ListeningRow } from '../lib/listening-rows.ts'
import { messages } from '../lib/messages.ts'

export interface ListeningTableProps {
  caption: string
  /** What the first column is. */
  head: string
  rows: readonly ListeningRow[]
}

/** Plays and time by whatever the rows stand for. */
export function ListeningTable({ caption, head, rows }: ListeningTableProps) {
  const { listening } = messages
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
    <section tabIndex={0} aria-label={caption} className="max-h-96 overflow-y-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-canvas text-left text-xs text-ink-faint">
          <tr>
            <th className="py-2 font-medium">{head}</th>
            <th className="py-2 text-right font-medium">{listening.plays}</th>
            <th className="py-2 text-right font-medium">{listening.time}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="border-t border-line">
              <th scope="row" className="py-2 text-left font-normal">
                {row.name}
              </th>
              <td className="py-2 text-right tabular-nums">{formatNumber(row.plays)}</td>
              <td className="py-2 text-right tabular-nums">{listening.duration(row.listenedMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
