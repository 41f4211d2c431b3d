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

/** A day that narrows what is shown; the browser's own calendar picks it. */
export function DateFilter({ label, value, onValueChange, className, ...range }: DateFilterProps) {
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
      <span className="font-medium">{label}</span>
      <input
        {...range}
        type="date"
        value={value}
        onChange={({ target }) => onValueChange(target.value)}
        className="w-full min-w-0 bg-transparent outline-none"
      />
    </label>
  )
}
