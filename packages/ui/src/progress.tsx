import { Progress as Base } from '@base-ui/react/progress'

export interface ProgressProps {
  label: string
  /** 0 to 1, or null while nobody knows. */
  value: number | null
  className?: string
}

/** How much of something is done. */
export function Progress({ label, value, className }: ProgressProps) {
  return (
    <Base.Root
      aria-label={label}
      value={value === null ? null : Math.round(value * 100)}
      className={className}
    >
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-sunken forced-colors:border">
        <Base.Indicator className="h-full rounded-full bg-accent transition-[width] duration-200 data-indeterminate:w-1/3 data-indeterminate:animate-pulse forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none" />
      </Base.Track>
    </Base.Root>
  )
}
