/**
 * Folds text for comparing, sorting and searching: compatibility forms, case and Latin accents
 * fall away, white space is single. Hangul stays in syllables.
 * At most 500 UTF-16 units, which fit into one entry of a PostgreSQL index.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 500)
    .toWellFormed()
}

/** What names are compared by: folded, or as they are where nothing of them is left. */
export function nameKey(name: string): string {
  return fold(name) || name
}
