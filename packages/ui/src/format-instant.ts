/**
 * When something was, in as few words as tell it: the day, then the time of day.
 * @param instant ISO 8601
 */
export function formatInstant(instant: string, now = new Date()): { day: string; time: string } {
  const date = new Date(instant)
  const time = date.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' })
  if (date.toDateString() === now.toDateString()) return { day: 'Today', time }
  const isThisYear = date.getFullYear() === now.getFullYear()
  const day = date.toLocaleDateString('en', {
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
  })
  return { day, time }
}
