import { formatNumber } from '@segue/ui'
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts'
import type { ListeningRow } from '../lib/listening-rows.ts'
import { messages } from '../lib/messages.ts'

export interface ListeningBarsProps {
  title: string
  rows: readonly ListeningRow[]
}

const tick = { fill: 'var(--color-ink-soft)', fontSize: 12 }
const minuteMs = 60_000

/** Minutes listened, as bars; the arrow keys go from one to another once the chart has the focus. */
export function ListeningBars({ title, rows }: ListeningBarsProps) {
  const data = rows.map((row) => ({ ...row, minutes: row.listenedMs / minuteMs }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart title={title} data={data} margin={{ top: 4, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="short"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-line-strong)' }}
          minTickGap={12}
        />
        <YAxis
          width={44}
          tick={tick}
          tickLine={false}
          axisLine={false}
          allowDecimals={false}
          tickFormatter={(minutes: number) => formatNumber(minutes, { notation: 'compact' })}
        />
        <Tooltip
          content={BarWords}
          cursor={{ fill: 'var(--color-sunken)' }}
          isAnimationActive={false}
        />
        <Bar
          dataKey="minutes"
          fill="var(--color-accent)"
          radius={[3, 3, 0, 0]}
          maxBarSize={64}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}

function BarWords({ active, payload }: TooltipContentProps) {
  const { listening } = messages
  const row = payload[0]?.payload as ListeningRow | undefined
  if (!active || row === undefined) return null
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-sm shadow-popup">
      <p className="font-semibold">{row.name}</p>
      <p className="text-ink-soft">
        {listening.duration(row.listenedMs)} · {listening.played(row.plays)}
      </p>
    </div>
  )
}
