/** What is left between entries that are added one after the other. */
export const gap = 2 ** 24
/** Far within what JavaScript counts exactly. */
const furthest = 2 ** 52

/**
 * Positions for so many new entries between two others, evenly spread.
 * @param before the position they come after; null: they are the first
 * @param next the position they come before; null: they are the last
 * @returns null when there is no room left
 */
export function placeBetween(
  before: number | null,
  next: number | null,
  count: number,
): number[] | null {
  const span = (count + 1) * gap
  const low = before ?? (next === null ? 0 : next - span)
  const high = next ?? low + span
  const step = Math.floor((high - low) / (count + 1))
  if (step < 1 || low < -furthest || high > furthest) return null
  return Array.from({ length: count }, (_, index) => low + step * (index + 1))
}
