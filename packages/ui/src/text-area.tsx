import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
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
export function TextArea({
  label,
  name,
  hint,
  error,
  className,
  defaultValue,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <Field.Root name={name} invalid={error !== undefined || undefined} className={className}>
      <Field.Label className={fieldLook.label}>{label}</Field.Label>
      <Field.Control
        defaultValue={defaultValue}
        render={<textarea {...rest} rows={rows} />}
        className={`block min-h-11 resize-y py-2.5 ${fieldLook.control}`}
      />
      {hint !== undefined && (
        <Field.Description className={fieldLook.hint}>{hint}</Field.Description>
      )}
      <Field.Error match={error !== undefined} className={fieldLook.error}>
        {error}
      </Field.Error>
    </Field.Root>
  )
}
