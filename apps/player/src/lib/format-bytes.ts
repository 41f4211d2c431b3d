import { formatNumber } from '@segue/ui'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in the unit that fits it: "38 MB". Thousands, as systems tell sizes today. */
export function formatBytes(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const value = bytes / 1000 ** step
  return formatNumber(value, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  })
}
