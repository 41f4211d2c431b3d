import { Check, Minus } from 'lucide-react'
import type { RefObject } from 'react'
import { classNames } from './class-names.ts'

export interface CheckboxProps {
  label: string
  /** Says the label to screen readers alone. */
  isLabelHidden?: boolean
  isChecked: boolean
  /** Drawn only while the row it stands in is pointed at or has the focus. */
  isHiddenAtRest?: boolean
  /** Neither: some of what it stands for are chosen. */
  isMixed?: boolean
  inputRef?: RefObject<HTMLInputElement | null>
  /** @param isRange the Shift key was held: everything up to here is meant. */
  onChange(isChecked: boolean, isRange: boolean): void
}

/** A box to tick; the label and some room around the box belong to it. */
export function Checkbox(props: CheckboxProps) {
  const { label, isLabelHidden = false, isChecked, isMixed = false, inputRef, onChange } = props
  // By colours alone: what is see-through is a layer of its own, and a list has many.
  const box = props.isHiddenAtRest
    ? 'border-transparent group-hover/row:border-line-strong group-hover/row:bg-surface group-has-focus-visible/row:border-line-strong group-has-focus-visible/row:bg-surface'
    : 'border-line-strong bg-surface'
  return (
    <label className="-m-2.5 inline-flex cursor-pointer items-center gap-3 p-2.5 text-sm select-none">
      <span className="relative flex size-5 shrink-0">
        <input
          type="checkbox"
          ref={(input) => {
            if (input) input.indeterminate = isMixed
            if (inputRef) inputRef.current = input
          }}
          aria-label={isLabelHidden ? label : undefined}
          checked={isChecked}
          onChange={({ target, nativeEvent }) =>
            onChange(target.checked, (nativeEvent as MouseEvent).shiftKey)
          }
          className={classNames(
            'size-5 cursor-pointer appearance-none rounded-sm border transition-colors duration-150 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-accent',
            box,
          )}
        />
        {(isChecked || isMixed) && <Mark isMixed={isMixed} />}
      </span>
      {!isLabelHidden && label}
    </label>
  )
}

function Mark({ isMixed }: { isMixed: boolean }) {
  const Icon = isMixed ? Minus : Check
  return (
    <Icon
      aria-hidden
      strokeWidth={3}
      className="pointer-events-none absolute inset-0 m-auto size-3.5 text-on-accent"
    />
  )
}
