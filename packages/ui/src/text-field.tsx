import type { ComponentProps } from 'react'
import { FieldFrame } from './field-frame.tsx'
import { fieldLook } from './field-look.ts'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue'> {
  label: string
  name: string
  defaultValue?: string
  /** Help below the field. */
  hint?: string
  /** What is wrong with it, as the server said. */
  error?: string
}

/** A labelled line of text; the browser's own check speaks up when the form is sent. */
export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} className={className}>
      {(control) => <input {...input} {...control} className={`h-11 ${fieldLook.control}`} />}
    </FieldFrame>
  )
}
