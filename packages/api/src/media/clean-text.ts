/**
 * Text of unknown origin, fit for PostgreSQL, JSON, logs and a page: well-formed Unicode in NFC
 * without NUL, control characters and those that turn the direction of what follows; white space
 * in single blanks; at most `limit` UTF-16 units, cut between code points.
 * @returns undefined when nothing is left that could be seen
 */
export function cleanText(text: string | undefined, limit: number): string | undefined {
  if (typeof text !== 'string') return undefined
  const cleaned = text
    .toWellFormed()
    .replace(/[^\S\uFEFF]+/gu, ' ')
    // Joiners stay: emoji and several scripts need them.
    .replace(/[\p{Cc}\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '')
    .normalize('NFC')
  const cut = trim(cutAt(trim(cleaned), limit))
  return /[^\p{Default_Ignorable_Code_Point}\p{M}\p{Z}\p{C}]/u.test(cut) ? cut : undefined
}

/** A whole number from 1 to `max`, or undefined. */
export function cleanNumber(value: number | null | undefined, max: number): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return undefined
  return value >= 1 && value <= max ? value : undefined
}

/** A joiner at the end joins nothing. */
function trim(text: string): string {
  return text.replace(/^[\s\u200C\u200D]+|[\s\u200C\u200D]+$/gu, '')
}

function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text
  // Half a surrogate pair at the end is dropped.
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')
}
