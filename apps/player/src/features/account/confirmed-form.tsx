import { Button, TextField } from '@segue/ui'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/me-messages.ts'
import { problemsOf } from './form-problems.ts'

const { me } = messages

export interface ConfirmedFormProps {
  submitLabel: string
  isBusy: boolean
  error: unknown
  /** How often it was done: the form is emptied each time. */
  timesDone: number
  onSubmit(value: (name: string) => string): void
  /** The fields for what is new, which are told what is wrong with them. */
  children(fields: Record<string, string | undefined>): ReactNode
}

/** A form for a change that takes the current password. */
export function ConfirmedForm(props: ConfirmedFormProps) {
  const formRef = useRef<HTMLFormElement>(null)
  const { fields, rest } = problemsOf(props.error)

  useEffect(() => {
    if (props.timesDone > 0) formRef.current?.reset()
  }, [props.timesDone])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    props.onSubmit((name) => String(values.get(name) ?? ''))
  }

  return (
    <form ref={formRef} onSubmit={submit} className="space-y-4">
      {props.children(fields)}
      <TextField
        label={me.currentPassword}
        name="currentPassword"
        type="password"
        required
        maxLength={256}
        autoComplete="current-password"
        error={fields['currentPassword']}
      />
      <FormProblem error={rest} />
      <Button type="submit" isBusy={props.isBusy}>
        {props.submitLabel}
      </Button>
    </form>
  )
}
