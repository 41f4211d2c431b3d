const units = ['B', 'KB', 'MB', 'GB']

/** A size as people read it, in powers of 1000: `840 KB`, `4.2 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  const digits = unit === 0 || size >= 99.95 ? 0 : 1
  return `${size.toFixed(digits)} ${units[unit]}`
}
