import type { PlaylistEntry } from '../../lib/playlist.ts'

/**
 * A playlist's entries with a group of them side by side, in the order they had.
 * @param after the entry they come right behind, which is none of them; null: they come first
 */
export function withGroupAfter(
  entries: readonly PlaylistEntry[],
  group: ReadonlySet<string>,
  after: string | null,
): PlaylistEntry[] {
  const isOfGroup = ({ entryId }: PlaylistEntry) => group.has(entryId)
  const rest = entries.filter((entry) => !isOfGroup(entry))
  const place = after === null ? 0 : rest.findIndex(({ entryId }) => entryId === after) + 1
  return rest.toSpliced(place, 0, ...entries.filter(isOfGroup))
}

/**
 * Behind which entry a group comes when one of it is carried from one place to another.
 * @returns the id of the nearest entry before that place that stays; null: there is none
 */
export function anchorOf(
  entries: readonly PlaylistEntry[],
  group: ReadonlySet<string>,
  from: number,
  to: number,
): string | null {
  const before = to > from ? entries.slice(0, to + 1) : entries.slice(0, to)
  return before.findLast(({ entryId }) => !group.has(entryId))?.entryId ?? null
}
