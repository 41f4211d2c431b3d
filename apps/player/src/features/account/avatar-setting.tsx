import { Avatar, Button, showToast } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/me-messages.ts'
import { api } from '../../lib/trpc.ts'
import { showUser, type User } from './own-user.ts'
import { readPicture } from './picture.ts'
import { uploadAvatar } from './upload-avatar.ts'

const { me } = messages
/** What is read here; what is sent is a small part of it. */
const mostBytes = 50 * 1024 ** 2

const AvatarCrop = lazy(async () => {
  const { AvatarCrop } = await import('./avatar-crop.tsx')
  return { default: AvatarCrop }
})

/** The listener's picture, and how to put another one or none in its place. */
export function AvatarSetting({ user }: { user: User }) {
  const inputRef = useRef<HTMLInputElement>(null)
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const change = useMutation({
    async mutationFn(file: File | null) {
      const avatarUploadId = file && (await uploadAvatar(file))
      return api.me.update.mutate({ avatarUploadId })
    },
    onSuccess(user, file) {
      setPicture(null)
      showUser(user)
      showToast({ title: file ? me.pictureSet : me.pictureRemoved })
    },
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })

  function choose(file: File | undefined) {
    if (!file) return
    if (file.size > mostBytes) showToast({ title: me.pictureTooLarge, isProblem: true })
    else
      readPicture(file)
        .then(setPicture)
        .catch(() => showToast({ title: me.pictureUnreadable, isProblem: true }))
  }

  return (
    <div className="flex items-center gap-5">
      <Avatar
        path={user.avatarUrl}
        name={user.nickname}
        sizes="80px"
        className="size-20 text-2xl"
      />
      <div>
        <div className="flex flex-wrap gap-2">
          <Button isBusy={change.isPending} onClick={() => inputRef.current?.click()}>
            {me.choosePicture}
          </Button>
          {user.avatarUrl !== null && (
            <Button look="quiet" disabled={change.isPending} onClick={() => change.mutate(null)}>
              {me.removePicture}
            </Button>
          )}
        </div>
        <p className="mt-2 text-sm text-ink-faint">{me.pictureHint}</p>
        <input
          ref={inputRef}
          type="file"
          accept="image/*"
          aria-label={me.picture}
          hidden
          onChange={(event) => {
            choose(event.target.files?.[0])
            // The same file may be chosen again after a refusal.
            event.target.value = ''
          }}
        />
        {picture && (
          <Suspense>
            <AvatarCrop
              picture={picture}
              isBusy={change.isPending}
              onCancel={() => setPicture(null)}
              onChosen={(file) => change.mutate(file)}
            />
          </Suspense>
        )}
      </div>
    </div>
  )
}
