import { Picker, type PickerOption } from '@segue/ui'
import { useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'

const { list: words } = messages

export interface UserPickerProps {
  userId: string | undefined
  onPick(userId: string | undefined): void
  className?: string
}

/** Narrows a list to one listener. */
export function UserPicker({ userId, onPick, className }: UserPickerProps) {
  const [q, setQ] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [picked, setPicked] = useState<PickerOption | null>(null)
  const users = trpc.admin.users.list.useQuery(
    { q: q || undefined, limit: 20 },
    { enabled: isOpen, placeholderData: (kept) => kept },
  )
  const shown = trpc.admin.users.list.useQuery(
    { id: userId, limit: 1 },
    { enabled: userId !== undefined && picked?.value !== userId },
  )
  const options = users.data?.items.map(({ id, nickname, email }) => ({
    value: id,
    label: nickname,
    detail: email,
  }))

  function value(): PickerOption | null {
    if (userId === undefined) return null
    if (picked?.value === userId) return picked
    return { value: userId, label: shown.data?.items[0]?.nickname ?? words.oneUser }
  }

  return (
    <Picker
      label={words.user}
      placeholder={words.anyUser}
      searchLabel={words.searchUsers}
      clearLabel={words.clearUser}
      emptyLabel={users.isFetching ? messages.loading : words.nothingFound}
      value={value()}
      options={options ?? []}
      onSearch={setQ}
      onOpenChange={setOpen}
      onValueChange={(option) => {
        setPicked(option)
        onPick(option?.value)
      }}
      className={className}
    />
  )
}
