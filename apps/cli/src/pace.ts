const windowMs = 20_000

/** How fast it goes now: over the last 20 s, so that files skipped at the start do not flatter. */
export class Pace {
  readonly #samples: { at: number; bytes: number }[] = []

  /** @param bytes done in all */
  add(bytes: number, at: number = performance.now()): void {
    this.#samples.push({ at, bytes })
    while (at - (this.#samples[1]?.at ?? at) > windowMs) this.#samples.shift()
  }

  /** Bytes a second; 0 while nothing is known. */
  get bytesPerSecond(): number {
    const first = this.#samples[0]
    const last = this.#samples.at(-1)
    if (!first || !last || last.at <= first.at) return 0
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at)
  }
}

/** `1.2 GB`, in powers of ten. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** power
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}

/** `2 h 5 min`, `40 s`; a dash for what cannot be told. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '-'
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
