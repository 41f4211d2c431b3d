import type { WantedTrack } from './tracks.schema.ts'

/** What a track that is looked for may be called. */
export interface Guess {
  title: string
  artist: string | null
  album: string | null
}

/** `01 - `, `1-01 `, `03. `, `07_` at the beginning of a file's name. */
const trackNumber = /^(?:\d{1,2}[-.])?\d{1,3}(?:\s*[-._)]\s*|\s+)(?=\S)/
const extension = /\.[a-z0-9]{1,5}$/i
/** What editions add to a title: `(Remastered 2011)`, `[Live]`, `feat. Somebody`. */
const additions =
  /\s*(?:\([^)]*\)|\[[^\]]*\]|\s(?:feat|ft)\.?\s.*$|\s-\s(?:remaster|live|mono|stereo).*$)/gi

/** What a track may be called, the likeliest first: as it is described, then as its file is named. */
export function guessDescriptions(wanted: WantedTrack): Guess[] {
  const { title, artist = null, album = null, path } = wanted
  const described: Guess[] = title ? [{ title, artist, album }] : []
  if (title && !artist) described.push(...splitTitle(title, album))
  const guesses = [...described, ...(path ? guessesFromPath(path) : [])]
  const plain = guesses.map((guess) => ({ ...guess, title: withoutAdditions(guess.title) }))
  const seen = new Set<string>()
  return [...guesses, ...plain].filter((guess) => {
    const key = JSON.stringify(guess)
    return guess.title !== '' && !seen.has(key) && seen.add(key)
  })
}

function withoutAdditions(title: string): string {
  return title.replaceAll(additions, '').trim()
}

/** `Artist - Title`, as one line of text has it. */
function splitTitle(text: string, album: string | null): Guess[] {
  const [artist = '', ...rest] = text.split(/\s+[-–—]\s+/)
  const title = rest.join(' - ').trim()
  return title && artist.trim() ? [{ title, artist: artist.trim(), album }] : []
}

/** Of `Artist/Album/01 - Title.flac` and its kin, with either slash or as an address. */
function guessesFromPath(path: string): Guess[] {
  const folders = decoded(path)
    .split(/[\\/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = folders.pop()?.replace(extension, '').trim() ?? ''
  const title = name.replace(trackNumber, '').trim() || name
  const [album = null, artist = null] = folders.toReversed()
  const placed: Guess[] = artist === null ? [] : [{ title, artist, album }]
  const unplaced = [title, name].map((title): Guess => ({ title, artist: null, album: null }))
  return [...placed, ...splitTitle(title, album), ...unplaced]
}

function decoded(path: string): string {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return path
  try {
    return decodeURIComponent(path.replace(/^[^/]+:\/\//, '').replace(/[?#].*$/, ''))
  } catch {
    // A stray percent sign: it is read as it stands.
    return path
  }
}
