import { coverPath } from '../../storage/cover-path.ts'
import type { Role, User } from './user.entity.ts'

/** A user as the user itself and admins see it. */
export interface UserDto {
  id: string
  email: string
  nickname: string
  avatarUrl: string | null
  role: Role
  locale: string | null
  createdAt: string
}

/** What of a user is told at all. */
export type ShownUser = Pick<
  User,
  'id' | 'email' | 'nickname' | 'avatarId' | 'role' | 'locale' | 'createdAt'
>

/** A user as it leaves: without the password's hash, the avatar as a path. */
export function toUserDto(user: ShownUser): UserDto {
  return {
    id: user.id,
    email: user.email,
    nickname: user.nickname,
    avatarUrl: coverPath(user.avatarId),
    role: user.role,
    locale: user.locale,
    createdAt: user.createdAt.toISOString(),
  }
}
