import { Button, TextField } from '@segue/ui'
import type { FormEvent, ReactNode } from 'react'
import { fieldProblems } from '../../lib/field-problems.ts'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/messages.ts'

const { account } = messages

export interface CredentialsFormProps {
  submitLabel: string
  isBusy: boolean
  error: unknown
  /** A new account has a nickname and a rule for its password. */
  isNew?: boolean
  onSubmit(values: { email: string; password: string; nickname: string }): void
  children?: ReactNode
}

/** E-mail, password and, for a new account, a nickname. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { isNew = false, isBusy, error, submitLabel, onSubmit } = props
  const fields = fieldProblems(error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const value = (name: string) => String(values.get(name) ?? '')
    onSubmit({ email: value('email'), password: value('password'), nickname: value('nickname') })
  }

  return (
    <form onSubmit={submit} className="space-y-5">
      {isNew && (
        <TextField
          label={account.nickname}
          name="nickname"
          required
          maxLength={40}
          autoComplete="nickname"
          error={fields['nickname']}
        />
      )}
      <TextField
        label={account.email}
        name="email"
        type="email"
        required
        maxLength={254}
        autoComplete="username"
        error={fields['email']}
      />
      <TextField
        label={account.password}
        name="password"
        type="password"
        required
        minLength={isNew ? 8 : 1}
        maxLength={256}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        hint={isNew ? account.passwordHint : undefined}
        error={fields['password']}
      />
      <FormProblem error={error} />
      <Button type="submit" look="primary" isBusy={isBusy} size="lg" className="w-full">
        {submitLabel}
      </Button>
    </form>
  )
}
