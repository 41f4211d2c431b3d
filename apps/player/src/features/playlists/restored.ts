import type { PlaylistEntry } from '../../lib/playlist.ts'

/**
 * A playlist as it is with entries put back that were taken out of it: each right behind whichever
 * entry that stood before it is still there.
 * @param now the entries that are shown
 * @param before all the entries as they were
 * @param gone those of them that come back
 */
export function withRestored(
  now: readonly PlaylistEntry[],
  before: readonly PlaylistEntry[],
  gone: ReadonlySet<string>,
): PlaylistEntry[] {
  const here = new Set(now.map(({ entryId }) => entryId))
  const behind = new Map<string | null, PlaylistEntry[]>()
  let anchor: string | null = null
  for (const entry of before) {
    const { entryId } = entry
    if (here.has(entryId)) anchor = entryId
    else if (gone.has(entryId)) behind.set(anchor, [...(behind.get(anchor) ?? []), entry])
  }
  const first = behind.get(null) ?? []
  return [...first, ...now.flatMap((entry) => [entry, ...(behind.get(entry.entryId) ?? [])])]
}
