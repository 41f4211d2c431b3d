/** A day as `formatInstant` says it, but for the middle of a sentence. */
export function withinSentence(day: string): string {
  return day.replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())
}
