/**
 * A file name's bytes as text. Bytes that are no UTF-8 become U+DC80 to U+DCFF, one each (PEP 383):
 * two names never become one, and the bytes can be had back.
 */
export function pathText(bytes: Buffer): string {
  const text = bytes.toString()
  if (Buffer.from(text).equals(bytes)) return text
  let escaped = ''
  for (let at = 0; at < bytes.length;) {
    const character = characterAt(bytes, at)
    escaped += character ?? String.fromCharCode(0xdc00 + (bytes[at] ?? 0))
    at += character === null ? 1 : Buffer.byteLength(character)
  }
  return escaped
}

function characterAt(bytes: Buffer, at: number): string | null {
  for (let length = 1; length <= 4; length++) {
    const slice = bytes.subarray(at, at + length)
    const character = slice.toString()
    if (Buffer.from(character).equals(slice)) return character
  }
  return null
}

/** Text that a terminal shows on one line and does not obey. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return character === '\n' ? '\\n' : `\\u{${code.toString(16)}}`
  })
}
