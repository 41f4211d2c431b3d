import type { Outcome } from './ingest-file.ts'
import { printable } from './path-text.ts'

const sentences: Record<string, string> = {
  file_changed: 'changed while it was read: run again',
  internal_error: 'the server failed at it',
  not_audio: 'no audio that browsers play',
  unreadable: 'cannot be read',
  upload_incomplete: 'did not reach the store whole: run again',
  upload_mismatch: 'did not reach the store as it is: run again',
  upload_quota_exceeded: 'too many unfinished uploads: run again tomorrow',
  upload_refused: 'the store refused it',
}

/** What became of every file. */
export class Report {
  readonly added: { path: string; trackId: string }[] = []
  readonly skipped: { path: string; trackId: string }[] = []
  readonly refused: { path: string; reason: string }[] = []

  add(path: string, outcome: Outcome): void {
    if (outcome.kind === 'refused') this.refused.push({ path, reason: outcome.reason })
    else this[outcome.kind].push({ path, trackId: outcome.trackId })
  }

  /** One line. */
  toJson(): string {
    const { added, skipped, refused } = this
    return JSON.stringify({ added, skipped, refused })
  }

  /** For people: the refused by file, and the sums last. */
  toText(): string {
    const lines = this.refused.map(
      ({ path, reason }) => `${printable(path)}: ${sentences[reason] ?? reason}`,
    )
    const { added, skipped, refused } = this
    const sums = `Added ${added.length}, skipped ${skipped.length} (already there), refused ${refused.length}.`
    return [...(lines.length > 0 ? ['Refused:', ...lines, ''] : []), sums].join('\n')
  }
}
