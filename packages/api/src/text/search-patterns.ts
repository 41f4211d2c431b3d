import { fold } from './fold.ts'

/** The words of a query as patterns for LIKE, each to be found anywhere in a folded text. */
export function searchPatterns(q: string): string[] {
  return fold(q)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
}
