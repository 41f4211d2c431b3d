import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { formatNumber } from './locale.ts'
import { selectLook } from './select-look.ts'
import type { SelectOption, SelectProps } from './select.tsx'

/** A `Select` with its list, open when it is first drawn. */
export function SelectList(props: SelectProps) {
  const { label, options, value, onValueChange } = props
  return (
    <Base.Root
      defaultOpen
      items={options}
      value={value}
      modal={false}
      onValueChange={(next) => next !== null && onValueChange(next)}
    >
      <Base.Trigger aria-label={label} className={selectLook(props)}>
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
