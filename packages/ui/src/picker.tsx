import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronDown, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

const typingPauseMs = 200

export interface PickerOption {
  value: string
  label: string
  /** Tells it from others of the same label. */
  detail?: string
}

export interface PickerProps {
  /** What is chosen here: the accessible name. */
  label: string
  /** Stands there while nothing is chosen. */
  placeholder: string
  searchLabel: string
  clearLabel: string
  /** What is said where nothing is found, or nothing has arrived yet. */
  emptyLabel: string
  value: PickerOption | null
  /** What the search found. */
  options: readonly PickerOption[]
  /** Called once the typing pauses. */
  onSearch(text: string): void
  onOpenChange?(isOpen: boolean): void
  onValueChange(option: PickerOption | null): void
  className?: string
}

/** A choice of one from more than fit a list: found by typing. */
export function Picker({ value, options, onSearch, onValueChange, ...props }: PickerProps) {
  const [text, setText] = useState('')
  const triggerRef = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => onSearch(text), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, onSearch])

  return (
    <div className={classNames('relative', props.className)}>
      <Combobox.Root
        items={options}
        filter={null}
        value={value}
        inputValue={text}
        modal={false}
        isItemEqualToValue={(option, chosen) => option.value === chosen.value}
        onInputValueChange={setText}
        onOpenChange={(isOpen) => {
          setText('')
          props.onOpenChange?.(isOpen)
        }}
        onValueChange={onValueChange}
      >
        <Combobox.Trigger
          ref={triggerRef}
          aria-label={value ? `${props.label}: ${value.label}` : props.label}
          className={classNames(
            'inline-flex h-10 w-full items-center justify-between gap-2 rounded-md border px-3 text-sm font-medium whitespace-nowrap transition-colors duration-150',
            value
              ? 'border-accent bg-accent-wash pr-9 text-ink'
              : 'border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink',
          )}
        >
          <span className="truncate">{value?.label ?? props.placeholder}</span>
          {!value && <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />}
        </Combobox.Trigger>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={6} align="start" className="z-50 outline-none">
            <Combobox.Popup
              aria-label={props.label}
              className="w-72 max-w-(--available-width) rounded-lg border border-line bg-raised p-1.5 shadow-popup transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
            >
              <PickerInput label={props.searchLabel} />
              <Combobox.Empty className="px-2.5 py-2 text-sm text-ink-faint empty:hidden">
                {props.emptyLabel}
              </Combobox.Empty>
              <Combobox.List className="max-h-[min(20rem,calc(var(--available-height)-4rem))] overflow-y-auto outline-none empty:hidden">
                {(option: PickerOption) => <PickerItem key={option.value} option={option} />}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {value && (
        <IconButton
          label={props.clearLabel}
          size="sm"
          onClick={() => {
            // This button goes away.
            triggerRef.current?.focus()
            onValueChange(null)
          }}
          className="absolute top-1 right-1"
        >
          <X aria-hidden className="size-4" />
        </IconButton>
      )}
    </div>
  )
}

function PickerInput({ label }: { label: string }) {
  return (
    <div className="relative mb-1.5">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
      <Combobox.Input
        aria-label={label}
        placeholder={label}
        maxLength={200}
        className="h-9 w-full rounded-sm bg-sunken pr-2.5 pl-8.5 text-sm text-ink placeholder:text-ink-faint"
      />
    </div>
  )
}

function PickerItem({ option }: { option: PickerOption }) {
  return (
    <Combobox.Item
      value={option}
      className="grid cursor-default grid-cols-[minmax(0,1fr)_1rem] items-center gap-3 rounded-sm px-2.5 py-1.5 text-sm text-ink outline-none select-none data-highlighted:bg-sunken"
    >
      <span className="min-w-0">
        <span className="block truncate">{option.label}</span>
        {option.detail !== undefined && (
          <span className="block truncate text-xs text-ink-faint">{option.detail}</span>
        )}
      </span>
      <Combobox.ItemIndicator>
        <Check aria-hidden className="size-4 text-accent" />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  )
}
