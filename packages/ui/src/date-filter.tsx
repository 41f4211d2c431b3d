import { useState } from 'react'
import { classNames } from './class-names.ts'

export interface DateFilterProps {
  label: string
  /** A day as `2026-04-30`, or empty. */
  value: string
  min?: string
  max?: string
  onValueChange(day: string): void
  className?: string
}

/** A year that is being typed goes by 0002, 0020 and 0202 before it is 2026. */
const isWhole = (day: string) => day === '' || /^[1-9]\d{3}-/.test(day)

/**
 * A day that narrows what is shown; the browser's own calendar picks it. It keeps by itself what is
 * being typed: the browser would lose it to a value that comes back late.
 */
export function DateFilter({ label, value, onValueChange, className, ...range }: DateFilterProps) {
  const [day, setDay] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    setDay(value)
  }

  return (
    <label
      className={classNames(
        'flex h-10 min-w-0 items-center gap-2 rounded-md border px-3 text-sm transition-colors duration-150 has-focus-visible:outline-2 has-focus-visible:outline-accent',
        value === ''
          ? 'border-line bg-surface text-ink-soft hover:border-line-strong'
          : 'border-accent bg-accent-wash text-ink',
        className,
      )}
    >
      <span className="shrink-0 font-medium">{label}</span>
      <input
        {...range}
        type="date"
        value={day}
        onChange={({ target }) => {
          setDay(target.value)
          if (isWhole(target.value)) onValueChange(target.value)
        }}
        className="w-full min-w-0 bg-transparent outline-none"
      />
    </label>
  )
}
