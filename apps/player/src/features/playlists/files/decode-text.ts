/**
 * The text of a playlist's file. UTF-8 and UTF-16 by their marks; else UTF-8 where it is that; else
 * the Korean code page where all of it reads as Hangul, as old players wrote `.m3u`; else Latin-1
 * in its Windows form, which can be anything.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const korean = () => {
    const text = decodeAs('euc-kr', bytes)
    const foreign = text?.replaceAll(/\p{ASCII}/gu, '') ?? ''
    return foreign !== '' && /^[가-힣ㄱ-ㆎ\u3000-\u303F\uFF00-\uFFEF·’“”]+$/.test(foreign)
      ? text
      : null
  }
  return decodeAs('utf-8', bytes) ?? korean() ?? new TextDecoder('windows-1252').decode(bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // Not in that encoding.
    return null
  }
}
