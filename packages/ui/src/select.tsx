import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { classNames } from './class-names.ts'
import { formatNumber } from './locale.ts'

export interface SelectOption {
  value: string
  label: string
  /** A figure beside the label, such as how many there are. */
  count?: number
}

export interface SelectProps {
  /** What is chosen here: the accessible name. */
  label: string
  options: readonly SelectOption[]
  value: string
  onValueChange(value: string): void
  /** Draws it as set, for a filter that narrows what is shown. */
  isActive?: boolean
  /** Draws it as a field of a form. */
  isField?: boolean
  className?: string
}

/** A choice of one from a few. */
export function Select(props: SelectProps) {
  const { label, options, value, onValueChange, className } = props
  return (
    <Base.Root
      items={options}
      value={value}
      modal={false}
      onValueChange={(next) => next !== null && onValueChange(next)}
    >
      <Base.Trigger
        aria-label={label}
        className={classNames(
          'inline-flex items-center justify-between gap-2 rounded-md border whitespace-nowrap transition-colors duration-150',
          lookOf(props),
          className,
        )}
      >
        <Base.Value className="truncate" />
        <Base.Icon className="shrink-0">
          <ChevronDown aria-hidden className="size-4 text-ink-faint" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-[min(22rem,var(--available-height))] min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-popup outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Base.List>
              {options.map((option) => (
                <SelectItem key={option.value} option={option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function SelectItem({ option }: { option: SelectOption }) {
  return (
    <Base.Item
      value={option.value}
      className="grid cursor-default grid-cols-[1fr_auto_1rem] items-center gap-3 rounded-sm px-2.5 py-2 text-sm text-ink outline-none select-none data-highlighted:bg-sunken"
    >
      <Base.ItemText>{option.label}</Base.ItemText>
      <span className="text-xs text-ink-faint tabular-nums">
        {option.count !== undefined && formatNumber(option.count)}
      </span>
      <Base.ItemIndicator>
        <Check aria-hidden className="size-4 text-accent" />
      </Base.ItemIndicator>
    </Base.Item>
  )
}

function lookOf({ isActive, isField }: SelectProps): string {
  if (isField) return 'h-11 w-full border-line-strong bg-surface px-3 text-base text-ink'
  const filter = 'h-10 px-3 text-sm font-medium max-sm:gap-1 max-sm:px-2.5'
  return isActive
    ? `${filter} border-accent bg-accent-wash text-ink`
    : `${filter} border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink`
}
