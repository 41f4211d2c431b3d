import type { ComponentProps } from 'react'
import { FieldFrame } from './field-frame.tsx'
import { fieldLook } from './field-look.ts'

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue'> {
  label: string
  name: string
  defaultValue?: string
  /** Help below the field. */
  hint?: string
  /** What is wrong with it, as the server said. */
  error?: string
}

/** A labelled field for lines of text. */
export function TextArea({ label, hint, error, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          className={`block min-h-11 resize-y py-2.5 ${fieldLook.control}`}
        />
      )}
    </FieldFrame>
  )
}
