import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'

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
      <Field.Label className="mb-1.5 block text-sm font-medium text-ink">{label}</Field.Label>
      <Field.Control
        {...input}
        className="h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-faint focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-55 data-invalid:border-danger"
      />
      {hint !== undefined && (
        <Field.Description className="mt-1.5 text-sm text-ink-faint">{hint}</Field.Description>
      )}
      <Field.Error match={error !== undefined} className="mt-1.5 text-sm text-danger">
        {error}
      </Field.Error>
    </Field.Root>
  )
}
