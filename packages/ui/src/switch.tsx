import { useId } from 'react'

export interface SwitchProps {
  label: string
  /** What it means to turn it on. */
  hint?: string
  isOn: boolean
  isDisabled?: boolean
  onChange(isOn: boolean): void
}

/** On or off, taking effect at once, with its label and a hint beside it. */
export function Switch({ label, hint, isOn, isDisabled, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="mt-0.5 text-sm text-ink-soft">
            {hint}
          </p>
        )}
      </div>
      <button
        type="button"
        role="switch"
        id={id}
        aria-label={label}
        aria-checked={isOn}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        disabled={isDisabled}
        onClick={() => onChange(!isOn)}
        className="group mt-0.5 inline-flex h-6 w-10 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors duration-150 disabled:opacity-55 aria-checked:bg-accent forced-colors:border"
      >
        <span className="size-5 rounded-full bg-surface shadow-cover transition-transform duration-150 group-aria-checked:translate-x-4 forced-colors:bg-[ButtonText] forced-colors:forced-color-adjust-none" />
      </button>
    </div>
  )
}
