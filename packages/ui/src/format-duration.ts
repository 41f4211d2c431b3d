import { formatNumber } from './locale.ts'

/** Milliseconds as a clock shows them: `3:05`, `1:02:09`. */
export function formatDuration(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000))
  const seconds = String(total % 60).padStart(2, '0')
  const minutes = Math.floor(total / 60) % 60
  const hours = Math.floor(total / 3600)
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${minutes}:${seconds}`
}

/** Seconds in words for a screen reader: "3 minutes 5 seconds". */
export function spokenDuration(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds))
  const parts = [
    [Math.floor(total / 3600), 'hour'],
    [Math.floor(total / 60) % 60, 'minute'],
    [total % 60, 'second'],
  ] as const
  const said = parts.filter(([count, unit]) => count > 0 || (total === 0 && unit === 'second'))
  return said
    .map(([count, unit]) => formatNumber(count, { style: 'unit', unit, unitDisplay: 'long' }))
    .join(' ')
}
