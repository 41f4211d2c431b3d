const enoughMs = 30_000

/** Whether a track counts as listened to: to its end, or 30 s of it, or half if that is less. */
export function isCompleted(
  listened: { listenedMs: number; ended: boolean },
  durationMs: number,
): boolean {
  return listened.ended || listened.listenedMs >= Math.min(enoughMs, durationMs / 2)
}
