import { Avatar, Button, showToast } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { api } from '../../lib/trpc.ts'
import { showUser, type User } from './own-user.ts'
import { pictureTypes } from './picture-types.ts'
import { uploadAvatar } from './upload-avatar.ts'

const { me } = messages
const mostBytes = 5 * 1024 ** 2

/** The listener's picture, and how to put another one or none in its place. */
export function AvatarSetting({ user }: { user: User }) {
  const inputRef = useRef<HTMLInputElement>(null)
  const change = useMutation({
    async mutationFn(file: File | null) {
      const avatarUploadId = file && (await uploadAvatar(file))
      return api.me.update.mutate({ avatarUploadId })
    },
    onSuccess(user, file) {
      showUser(user)
      showToast({ title: file ? me.pictureSet : me.pictureRemoved })
    },
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })

  function choose(file: File | undefined) {
    if (!file) return
    if (!pictureTypes.includes(file.type))
      showToast({ title: me.pictureWrongType, isProblem: true })
    else if (file.size > mostBytes) showToast({ title: me.pictureTooLarge, isProblem: true })
    else change.mutate(file)
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
          accept={pictureTypes.join(',')}
          aria-label={me.picture}
          hidden
          onChange={(event) => {
            choose(event.target.files?.[0])
            // The same file may be chosen again after a refusal.
            event.target.value = ''
          }}
        />
      </div>
    </div>
  )
}
