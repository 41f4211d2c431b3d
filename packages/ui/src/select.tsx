/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- a closed select-only combobox: a list that is not there can’t be pointed at */
import { ChevronDown } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { latePart } from './late-part.tsx'
import { selectLook } from './select-look.ts'

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

const SelectList = latePart(() => import('./select-list.tsx'), 'SelectList')

/** A choice of one from a few. Its list comes when somebody is about to open it. */
export function Select(props: SelectProps) {
  const { label, options, value } = props
  const [isOpened, setIsOpened] = useState(false)
  const button = (
    <button
      type="button"
      role="combobox"
      aria-label={label}
      aria-haspopup="listbox"
      aria-expanded={false}
      onPointerEnter={SelectList.load}
      onFocus={SelectList.load}
      onClick={() => setIsOpened(true)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        setIsOpened(true)
      }}
      className={selectLook(props)}
    >
      <span className="truncate">
        {options.find((option) => option.value === value)?.label ?? value}
      </span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </button>
  )
  if (!isOpened) return button
  return <SelectList {...props} fallback={button} onMissed={() => setIsOpened(false)} />
}
