import { errorData } from '@segue/web'
import { useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { FormDialog } from '../../lib/form-dialog.tsx'
import { queries, trpc } from '../../lib/trpc.ts'
import type { UserRow } from '../../lib/user.ts'
import { LinkDialog } from './link-dialog.tsx'
import { UserFields } from './user-fields.tsx'
import { words } from './words.ts'

/** Makes an account, and shows the link with which its owner chooses a password. */
export function CreateUserDialog({ onClose }: { onClose(): void }) {
  const [role, setRole] = useState<UserRow['role']>('listener')
  const create = trpc.admin.users.create.useMutation({
    onSuccess: () => queries.admin.users.list.invalidate(),
  })

  if (create.data) {
    const { user, resetUrl } = create.data
    return <LinkDialog title={words.createdTitle(user.nickname)} url={resetUrl} onClose={onClose} />
  }

  return (
    <FormDialog
      title={words.createTitle}
      detail={words.createDetail}
      submitLabel={words.createSubmit}
      isBusy={create.isPending}
      sentence={create.error ? errorSentence(create.error) : undefined}
      onSubmit={(form) => {
        const text = (name: string) => String(form.get(name) ?? '')
        create.mutate({ nickname: text('nickname'), email: text('email'), role })
      }}
      onClose={onClose}
    >
      <UserFields role={role} onRoleChange={setRole} errors={errorData(create.error)?.fields} />
    </FormDialog>
  )
}
