/**
 * Reads an address by that function alone. The router keeps what a reader leaves out of an address,
 * and hands it to the page as if it had been read: here it is undefined instead.
 */
export function sayingOnly<Search extends object>(
  read: (raw: Record<string, unknown>) => Search,
): (raw: Record<string, unknown>) => Search {
  return (raw) => {
    const unread = Object.fromEntries(Object.keys(raw).map((name) => [name, undefined]))
    return { ...unread, ...read(raw) }
  }
}
