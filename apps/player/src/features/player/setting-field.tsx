import type { ReactNode } from 'react'

export interface SettingFieldProps {
  label: string
  hint: string
  /** What is set, in words, beside the label. */
  value?: string
  children: ReactNode
}

/** A setting under its name, with what it is good for. */
export function SettingField({ label, hint, value, children }: SettingFieldProps) {
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-sm font-medium">{label}</p>
        {value !== undefined && <p className="text-sm text-ink-soft tabular-nums">{value}</p>}
      </div>
      <p className="mt-0.5 text-sm text-ink-soft">{hint}</p>
      <div className="mt-2">{children}</div>
    </div>
  )
}
