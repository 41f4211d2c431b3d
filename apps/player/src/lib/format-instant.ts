/**
 * When something was, as short as it can be understood: the time for today, else the day too.
 * @param instant ISO 8601
 */
export function formatInstant(instant: string, now = new Date()): string {
  const date = new Date(instant)
  const time = date.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' })
  if (date.toDateString() === now.toDateString()) return `Today, ${time}`
  const isThisYear = date.getFullYear() === now.getFullYear()
  const day = date.toLocaleDateString('en', {
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
  })
  return `${day}, ${time}`
}
