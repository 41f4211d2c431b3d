import { Button, TextField } from '@segue/ui'
import type { FormEvent } from 'react'
import { messages } from '../../lib/messages.ts'
import { CoverField } from './cover-field.tsx'
import type { UploadDetails } from './upload-file.ts'

const { upload } = messages

export interface DetailsFormProps {
  /** A title is asked for when there is but one file to give it to. */
  hasTitle: boolean
  onSubmit(details: UploadDetails): void
}

/** What to say about the chosen files, and the button that sends them. */
export function DetailsForm({ hasTitle, onSubmit }: DetailsFormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onSubmit(detailsOf(new FormData(event.currentTarget)))
  }

  return (
    <form onSubmit={submit} className="rounded-xl border border-line bg-surface p-5 sm:p-6">
      <h2 className="text-lg font-semibold">{upload.details}</h2>
      <p className="mt-0.5 mb-5 text-sm text-ink-faint">{upload.detailsHint}</p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {hasTitle && (
          <TextField label={upload.title} name="title" maxLength={500} className="sm:col-span-2" />
        )}
        <TextField label={upload.artist} name="artist" maxLength={500} />
        <TextField label={upload.album} name="album" maxLength={500} />
        <TextField label={upload.genre} name="genre" maxLength={100} />
        <TextField
          label={upload.year}
          name="year"
          inputMode="numeric"
          pattern="[1-9][0-9]{0,3}"
          maxLength={4}
        />
        <CoverField />
      </div>
      <div className="mt-6 flex justify-end">
        <Button type="submit" look="primary" className="max-sm:w-full">
          {upload.submit}
        </Button>
      </div>
    </form>
  )
}

function detailsOf(form: FormData): UploadDetails {
  const text = (name: string) => String(form.get(name) ?? '').trim() || undefined
  const cover = form.get('cover')
  return {
    title: text('title'),
    artist: text('artist'),
    album: text('album'),
    genre: text('genre'),
    year: Number(text('year')) || undefined,
    cover: cover instanceof File && cover.size > 0 ? cover : undefined,
  }
}
