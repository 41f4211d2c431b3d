/** Pieces of an address, each read with care: what makes no sense is left out. */

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const dayShape = /^\d{4}-\d{2}-\d{2}$/

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined
}

export function readId(value: unknown): string | undefined {
  return typeof value === 'string' && uuid.test(value) ? value : undefined
}

/** A day as `2026-04-30`. */
export function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !dayShape.test(value)) return undefined
  return Number.isNaN(Date.parse(value)) ? undefined : value
}

export function readChoice<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((each) => each === value)
}
