/** Somebody as admins see them beside what is theirs. */
export interface ListenerDto {
  id: string
  nickname: string
  email: string
}

/** What `listenerColumns` reads. */
export interface ListenerRow {
  userId: string
  userNickname: string
  userEmail: string
}

export function toListenerDto(row: ListenerRow): ListenerDto {
  return { id: row.userId, nickname: row.userNickname, email: row.userEmail }
}
