import { Button, Select } from '@segue/ui'
import { endless, paging } from '@segue/web'
import { useSearch } from '@tanstack/react-router'
import { UserPlus, Users as UsersIcon } from 'lucide-react'
import { useState } from 'react'
import { CreateUserDialog } from '../features/users/create-user-dialog.tsx'
import { userFilter, userSorts, type UserSearch } from '../features/users/user-search.ts'
import { UserTable } from '../features/users/user-table.tsx'
import { words } from '../features/users/words.ts'
import { messages } from '../lib/messages.ts'
import { trpc } from '../lib/trpc.ts'
import { ListBody } from './list-body.tsx'
import { PageHeader } from './page-header.tsx'
import { SearchAndSort } from './search-and-sort.tsx'
import { useChangeSearch } from './use-change-search.ts'

const roles = [
  { value: 'any', label: words.anyRole },
  { value: 'listener', label: words.roles.listener },
  { value: 'admin', label: words.roles.admin },
]
const states = [
  { value: 'any', label: words.anyState },
  { value: 'active', label: words.active },
  { value: 'disabled', label: words.disabled },
]

export function Users() {
  const search = useSearch({ from: '/users' })
  const change = useChangeSearch<UserSearch>()
  const [isCreating, setCreating] = useState(false)
  const list = trpc.admin.users.list.useInfiniteQuery(userFilter(search), endless)
  const users = list.data?.pages.flatMap(({ items }) => items) ?? []
  const { sort = 'newest', ...narrowing } = search
  return (
    <>
      <PageHeader title={messages.nav.users}>
        <SearchAndSort
          placeholder={words.searchPlaceholder}
          query={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
          sort={sort}
          sorts={userSorts}
          sortLabels={words.sorts}
          onSort={(sort) => change({ sort: sort === 'newest' ? undefined : sort })}
        />
      </PageHeader>
      <div className="mb-4 flex flex-wrap justify-between gap-2">
        <fieldset className="flex gap-2 max-md:flex-1">
          <legend className="sr-only">{messages.list.filters}</legend>
          <Select
            label={words.role}
            value={search.role ?? 'any'}
            options={roles}
            isActive={search.role !== undefined}
            onValueChange={(value) =>
              change({ role: value === 'listener' || value === 'admin' ? value : undefined })
            }
          />
          <Select
            label={words.state}
            value={search.state ?? 'any'}
            options={states}
            isActive={search.state !== undefined}
            onValueChange={(value) =>
              change({ state: value === 'active' || value === 'disabled' ? value : undefined })
            }
          />
        </fieldset>
        <Button look="primary" onClick={() => setCreating(true)}>
          <UserPlus aria-hidden className="size-4" />
          {words.create}
        </Button>
      </div>
      <ListBody
        list={list}
        count={users.length}
        words={words}
        icon={<UsersIcon />}
        isNarrowed={Object.values(narrowing).some(Boolean)}
      >
        <UserTable users={users} {...paging(list)} />
      </ListBody>
      {isCreating && <CreateUserDialog onClose={() => setCreating(false)} />}
    </>
  )
}
