/**
 * What the query cache holds, with one track marked wherever it stands in it. What does not change
 * stays the same object, so that only what shows the track is drawn again.
 */
export function withFavorite<Data>(data: Data, trackId: string, favorite: boolean): Data {
  if (Array.isArray(data)) {
    const marked = data.map((each: unknown) => withFavorite(each, trackId, favorite))
    return marked.every((each, index) => each === data[index]) ? data : (marked as Data)
  }
  if (typeof data !== 'object' || data === null) return data
  if ('favorite' in data && 'id' in data && data.id === trackId) {
    return data.favorite === favorite ? data : { ...data, favorite }
  }
  const entries = Object.entries(data).map(([name, value]): [string, unknown] => [
    name,
    withFavorite<unknown>(value, trackId, favorite),
  ])
  return entries.every(([name, value]) => value === data[name as keyof typeof data])
    ? data
    : (Object.fromEntries(entries) as Data)
}
