import { deviceName } from './device-name.ts'

const key = 'segue.device'

let known: string | null = null

/** This browser profile as the server may know it: an id made up once, and what people call it. */
export function thisDevice(): { id: string; name: string } {
  known ??= storedId()
  return { id: known, name: deviceName({ deviceName: null, userAgent: navigator.userAgent }) }
}

function storedId(): string {
  const id = newId()
  try {
    const stored = localStorage.getItem(key)
    if (stored) return stored
    localStorage.setItem(key, id)
  } catch {
    // Where the browser keeps nothing this page is a device of its own.
  }
  return id
}

/** A UUID of version 4; `crypto.randomUUID` is missing where the page came without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20)].join('-')
}
