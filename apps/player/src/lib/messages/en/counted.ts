import { formatNumber, pluralOf } from '@segue/ui'

/** A number with what it counts: "1 track", "2 tracks". */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${formatNumber(count)} ${pluralOf(count) === 'one' ? noun : nouns}`
}
