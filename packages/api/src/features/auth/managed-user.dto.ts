import { type ShownUser, toUserDto, type UserDto } from './user.dto.ts'

/** A user as admins see it. */
export interface ManagedUserDto extends UserDto {
  disabled: boolean
  lastSeenAt: string | null
  plays: number
  playlists: number
}

/** A row of the list of users. */
export interface ManagedUserRow extends Omit<ShownUser, 'createdAt'> {
  createdAt: string
  disabledAt: string | null
  lastSeenAt: string | null
  plays: number
  playlists: number
}

/** A row as it leaves; instants in ISO 8601 (UTC). */
export function toManagedUserDto(row: ManagedUserRow): ManagedUserDto {
  const { lastSeenAt, disabledAt, plays, playlists } = row
  return {
    ...toUserDto({ ...row, createdAt: new Date(row.createdAt) }),
    disabled: disabledAt !== null,
    lastSeenAt: lastSeenAt && new Date(lastSeenAt).toISOString(),
    plays,
    playlists,
  }
}
