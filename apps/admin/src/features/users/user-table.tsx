import { Avatar, classNames, Table, type TableColumn } from '@segue/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { InstantCell } from '../../lib/instant-cell.tsx'
import { messages } from '../../lib/messages.ts'
import { trpc } from '../../lib/trpc.ts'
import type { UserRow } from '../../lib/user.ts'
import { UserDialog, type UserAction } from './user-dialog.tsx'
import { UserMenu } from './user-menu.tsx'
import { words } from './words.ts'

export interface UserTableProps {
  users: readonly UserRow[]
  hasMore: boolean
  onEndReached(): void
}

/** Everybody who has an account, and what can be done about it. */
export function UserTable({ users, hasMore, onEndReached }: UserTableProps) {
  const ownId = trpc.auth.session.useQuery().data?.user?.id
  const [asked, setAsked] = useState<{ action: UserAction; user: UserRow } | null>(null)
  const isOwn = ({ id }: UserRow) => id === ownId
  return (
    <>
      <Table
        label={messages.nav.users}
        columns={[
          {
            key: 'user',
            header: words.columns.user,
            renderCell: (user) => <Person user={user} isOwn={isOwn(user)} />,
          },
          ...columns,
          {
            key: 'more',
            header: words.columns.more,
            isHeaderHidden: true,
            className: 'flex justify-end',
            renderCell: (user) => (
              <UserMenu user={user} onChoose={(action) => setAsked({ action, user })} />
            ),
          },
        ]}
        rows={users}
        rowKey={({ id }) => id}
        gridClassName="grid-cols-[minmax(0,1fr)_3rem] md:grid-cols-[minmax(0,1fr)_7rem_4.5rem_5rem_9rem_3rem] lg:grid-cols-[minmax(0,1fr)_8rem_6rem_5rem_5rem_10rem_10rem_3rem]"
        isDimmed={({ disabled }) => disabled}
        hasMore={hasMore}
        onEndReached={onEndReached}
      />
      {asked && (
        <UserDialog
          key={`${asked.action} ${asked.user.id}`}
          action={asked.action}
          user={asked.user}
          isOwn={isOwn(asked.user)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

function Person({ user, isOwn }: { user: UserRow; isOwn: boolean }) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar
        path={user.avatarUrl}
        name={user.nickname}
        sizes="40px"
        className="size-10 text-base"
      />
      <div className="min-w-0">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{user.nickname}</span>
          {isOwn && (
            <span className="shrink-0 rounded-sm bg-sunken px-1.5 text-xs font-medium text-ink-soft">
              {words.you}
            </span>
          )}
        </p>
        <p className="truncate text-ink-soft">{user.email}</p>
        <p className="truncate text-xs text-ink-faint md:hidden">
          {words.roles[user.role]} · {user.disabled ? words.disabled : words.active}
        </p>
      </div>
    </div>
  )
}

const linkLook = 'rounded-sm px-1 -mx-1 hover:text-ink hover:underline'

const columns: TableColumn<UserRow>[] = [
  {
    key: 'role',
    header: words.columns.role,
    className: 'max-md:hidden',
    renderCell: ({ role }) => (
      <span className={classNames(role === 'admin' ? 'font-medium text-accent' : 'text-ink-soft')}>
        {words.roles[role]}
      </span>
    ),
  },
  {
    key: 'state',
    header: words.columns.state,
    className: 'max-lg:hidden',
    renderCell: ({ disabled }) => (
      <span className={disabled ? 'text-danger' : 'text-success'}>
        {disabled ? words.disabled : words.active}
      </span>
    ),
  },
  {
    key: 'plays',
    header: words.columns.plays,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-soft tabular-nums',
    renderCell: ({ id, plays, nickname }) => (
      <Link
        to="/history"
        search={{ user: id }}
        aria-label={words.playsOf(plays, nickname)}
        className={linkLook}
      >
        {plays.toLocaleString('en')}
      </Link>
    ),
  },
  {
    key: 'playlists',
    header: words.columns.playlists,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-soft tabular-nums',
    renderCell: ({ id, playlists, nickname }) => (
      <Link
        to="/playlists"
        search={{ user: id }}
        aria-label={words.playlistsOf(playlists, nickname)}
        className={linkLook}
      >
        {playlists.toLocaleString('en')}
      </Link>
    ),
  },
  {
    key: 'lastSeen',
    header: words.columns.lastSeen,
    className: 'text-right max-md:hidden',
    cellClassName: 'text-ink-soft',
    renderCell: ({ lastSeenAt }) =>
      lastSeenAt === null ? (
        <span className="text-ink-faint">{words.never}</span>
      ) : (
        <InstantCell instant={lastSeenAt} />
      ),
  },
  {
    key: 'created',
    header: words.columns.created,
    className: 'text-right max-lg:hidden',
    cellClassName: 'text-ink-faint',
    renderCell: ({ createdAt }) => <InstantCell instant={createdAt} />,
  },
]
