import { formatNumber } from '@segue/ui'

/** A number with its counter: "3곡". */
export function counted(count: number, counter: string): string {
  return `${formatNumber(count)}${counter}`
}
