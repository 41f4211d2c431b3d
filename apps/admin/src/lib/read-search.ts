/** Pieces of an address, each read with care: what makes no sense is left out. */

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined
}

export function readId(value: unknown): string | undefined {
  return typeof value === 'string' && uuid.test(value) ? value : undefined
}

export function readChoice<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((each) => each === value)
}
