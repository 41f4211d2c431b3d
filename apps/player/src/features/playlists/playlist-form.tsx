import { Button, Dialog, TextArea, TextField } from '@segue/ui'
import type { FormEvent } from 'react'
import { messages } from '../../lib/messages.ts'
import { fieldProblems } from '../../lib/field-problems.ts'
import { FormProblem } from '../../lib/form-problem.tsx'

const { playlists } = messages

export interface PlaylistFormProps {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
  title: string
  submitLabel: string
  name?: string
  description?: string | null
  isBusy: boolean
  error: unknown
  onSubmit(values: { name: string; description: string | null }): void
}

/** A window that asks for a playlist's name and description. */
export function PlaylistForm(props: PlaylistFormProps) {
  const fields = fieldProblems(props.error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const value = (name: string) => String(values.get(name) ?? '').trim()
    props.onSubmit({ name: value('name'), description: value('description') || null })
  }

  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={props.title}
      closeLabel={messages.close}
    >
      <form onSubmit={submit} className="space-y-5">
        <TextField
          label={playlists.name}
          name="name"
          required
          pattern=".*\S.*"
          maxLength={100}
          autoComplete="off"
          defaultValue={props.name}
          error={fields['name']}
        />
        <TextArea
          label={playlists.description}
          name="description"
          maxLength={2000}
          hint={playlists.descriptionHint}
          defaultValue={props.description ?? ''}
          error={fields['description']}
        />
        <FormProblem error={props.error} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={() => props.onOpenChange(false)}>{messages.cancel}</Button>
          <Button type="submit" look="primary" isBusy={props.isBusy}>
            {props.submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
