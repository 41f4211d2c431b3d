interface Candidate {
  encoding: string
  /** Whether the decoded text is what people write in that encoding. */
  isPlausible: (text: string, bytes: Uint8Array) => boolean
}

/** In the order of certainty; the first plausible one is taken. */
const CANDIDATES: readonly Candidate[] = [
  { encoding: 'utf-8', isPlausible: (text) => hasForeign(text) },
  { encoding: 'shift_jis', isPlausible: isJapanese },
  { encoding: 'windows-1251', isPlausible: isRussian },
  { encoding: 'euc-kr', isPlausible: (text, bytes) => isPaired(bytes) && isKorean(text) },
  { encoding: 'gbk', isPlausible: (text, bytes) => isPaired(bytes) && isChinese(text) },
  { encoding: 'windows-1252', isPlausible: isTypographic },
]

/**
 * Puts right what was written in a local encoding and read as Latin-1, as in the ID3 tags of many
 * Korean, Japanese, Chinese and Russian collections. All texts of one file are judged together,
 * for they come from one program and three letters alone prove little. A wrong repair is worse than
 * none: whatever could be a Western European language stays as it is.
 * @returns the texts in the same order, repaired or as they came
 */
export function repairEncoding(texts: readonly string[]): string[] {
  const suspects = texts.filter(isSuspect)
  if (suspects.length === 0) return [...texts]
  // A field of fixed length may end inside a character, so each is decoded by itself.
  const all = suspects.map(toBytes)
  for (const { encoding, isPlausible } of CANDIDATES) {
    const decoded = all.map((bytes) => decode(encoding, bytes))
    const isComplete = decoded.every((text): text is string => text !== null)
    if (isComplete && isPlausible(decoded.join('\n'), joined(all))) {
      return texts.map((text) =>
        isSuspect(text) ? (decode(encoding, toBytes(text)) ?? text) : text,
      )
    }
  }
  return [...texts]
}

/** Every character is one byte, and some are beyond ASCII. */
function isSuspect(text: string): boolean {
  return /^[\0-\xFF]+$/.test(text) && /[\x80-\xFF]/.test(text)
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function joined(all: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(all.flatMap((bytes) => [bytes, Buffer.from('\n')]))
}

/** Null where the bytes are not of that encoding; an incomplete last character is dropped. */
function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

function hasForeign(text: string): boolean {
  return /[^\0-\x7F]/.test(text)
}

/** In EUC encodings of two-byte characters a Latin letter with an accent never stands alone. */
function isPaired(bytes: Uint8Array): boolean {
  const runs =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[\x80-\xFF]+/g) ?? []
  const isWhole = runs.every((run) => run.length % 2 === 0 && /^[\xA1-\xFE]+$/.test(run))
  return isWhole && runs.some((run) => run.length >= 4)
}

/** Hangul and nothing else that is foreign: a Chinese text read so is full of Hanja. */
function isKorean(text: string): boolean {
  return /^[\0-\x7F\uAC00-\uD7A3·…‘’“”「」『』〈〉《》【】～]+$/.test(text)
}

function isChinese(text: string): boolean {
  const isHan = /^[\0-\x7F\p{Script=Han}·…‘’“”《》、。（）]+$/u.test(text)
  return isHan && !/[a-z]\p{Script=Han}|\p{Script=Han}[a-z]/iu.test(text)
}

/** Kana are what tells Japanese; typographic quotes in English would pass for kanji. */
function isJapanese(text: string): boolean {
  const isWritten =
    /^[\0-\x7F\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303Fー～！-～]+$/u
  const kana = text.match(/[\u3041-\u3096\u30A1-\u30FA]/g) ?? []
  return isWritten.test(text) && kana.length >= 2
}

/** Quotes and dashes of Windows, where Latin-1 has control characters; the letters are the same. */
function isTypographic(text: string): boolean {
  return /[‘’“”‚„–—…•™€ŒœŠšŽžŸ]/.test(text) && !/[\x80-\x9F]/.test(text)
}

/** Whole words of Cyrillic letters with vowels and with capitals only where capitals belong. */
function isRussian(text: string): boolean {
  if (!/^[\0-\x7FА-Яа-яЁё«»–—…№]+$/.test(text)) return false
  const words = text.match(/[\p{L}]+/gu)?.filter((word) => hasForeign(word)) ?? []
  const isWord = (word: string): boolean => /^(?:[А-ЯЁа-яё][а-яё]*|[А-ЯЁ]+)$/.test(word)
  const letters = words.join('')
  const vowels = letters.match(/[аеёиоуыэюя]/gi)?.length ?? 0
  const share = vowels / letters.length
  return words.every(isWord) && letters.length >= 4 && share > 0.2 && share < 0.7
}
