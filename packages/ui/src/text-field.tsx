import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
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
export function TextField({ label, name, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field.Root name={name} invalid={error !== undefined || undefined} className={className}>
      <Field.Label className={fieldLook.label}>{label}</Field.Label>
      <Field.Control {...input} className={`h-11 ${fieldLook.control}`} />
      {hint !== undefined && (
        <Field.Description className={fieldLook.hint}>{hint}</Field.Description>
      )}
      <Field.Error match={error !== undefined} className={fieldLook.error}>
        {error}
      </Field.Error>
    </Field.Root>
  )
}
