/** What a run with --json prints. */
export interface Summary {
  added: { path: string; trackId: string }[]
  skipped: { path: string; trackId: string }[]
  refused: { path: string; reason: string }[]
}
