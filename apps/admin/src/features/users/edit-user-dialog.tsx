import { Notice, showToast } from '@segue/ui'
import { errorData } from '@segue/web'
import { useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { FormDialog } from '../../lib/form-dialog.tsx'
import { queries, trpc } from '../../lib/trpc.ts'
import type { UserRow } from '../../lib/user.ts'
import { UserFields } from './user-fields.tsx'
import { words } from './words.ts'

export interface EditUserDialogProps {
  user: UserRow
  isOwn: boolean
  onClose(): void
}

/** Changes an account's name, e-mail and role. */
export function EditUserDialog({ user, isOwn, onClose }: EditUserDialogProps) {
  const [role, setRole] = useState(user.role)
  const update = trpc.admin.users.update.useMutation({
    async onSuccess({ nickname }) {
      // A change of role signs its user out.
      if (isOwn && role !== user.role) await queries.auth.session.invalidate()
      else await queries.admin.users.list.invalidate()
      showToast({ title: words.saved(nickname) })
      onClose()
    },
  })

  function submit(form: FormData) {
    const text = (name: string) => String(form.get(name) ?? '')
    update.mutate({ id: user.id, nickname: text('nickname'), email: text('email'), role })
  }

  return (
    <FormDialog
      title={words.editTitle(user.nickname)}
      isBusy={update.isPending}
      sentence={update.error ? errorSentence(update.error) : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <UserFields
        user={user}
        role={role}
        onRoleChange={setRole}
        errors={errorData(update.error)?.fields}
      />
      {isOwn && role !== user.role && <Notice className="mt-4">{words.ownRole}</Notice>}
    </FormDialog>
  )
}
