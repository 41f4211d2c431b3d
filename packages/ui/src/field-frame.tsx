import { useId, type ReactNode } from 'react'
import { fieldLook } from './field-look.ts'

/** What a field's control has to carry, so that it is named and described. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'data-invalid': '' | undefined
}

export interface FieldFrameProps {
  label: string
  /** Help below the field. */
  hint?: string
  /** What is wrong with it, as the server said. */
  error?: string
  className?: string
  children(control: ControlProps): ReactNode
}

/** The label of a field over it, and what is said about it below. */
export function FieldFrame({ label, hint, error, className, children }: FieldFrameProps) {
  const id = useId()
  const isInvalid = error !== undefined
  const described = [hint !== undefined && `${id}-hint`, isInvalid && `${id}-error`]
  return (
    <div className={className}>
      <label htmlFor={id} className={fieldLook.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': isInvalid || undefined,
        'data-invalid': isInvalid ? '' : undefined,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={fieldLook.hint}>
          {hint}
        </p>
      )}
      {isInvalid && (
        <p id={`${id}-error`} className={fieldLook.error}>
          {error}
        </p>
      )}
    </div>
  )
}
