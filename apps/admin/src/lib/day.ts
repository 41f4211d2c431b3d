/** The instant at which a day, as `2026-04-30`, begins where the browser is; ISO 8601. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00`).toISOString()
}

/** The instant at which a day is over where the browser is; ISO 8601. */
export function endOfDay(day: string): string {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + 1)
  return date.toISOString()
}
