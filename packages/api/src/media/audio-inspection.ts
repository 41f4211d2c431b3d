/** Where the bytes are, and what they were announced to be. */
export interface AudioSource {
  /** A presigned GET. */
  url: string
  sizeBytes: number
  /** Hex, of the whole object. */
  sha256: string
  /** Read this version alone; whatever is there, unless given. */
  etag?: string
}

/** Text as it may be stored: NFC, without control characters, within the limits of the API. */
export interface AudioTags {
  title?: string
  artist?: string
  album?: string
  albumArtist?: string
  genre?: string
  year?: number
  trackNumber?: number
  discNumber?: number
}

/** As tags tell it, within sane bounds; see `LoudnessDto` for the units. */
export interface LoudnessTags {
  trackGainDb: number
  trackPeak: number | null
  albumGainDb: number | null
  albumPeak: number | null
}

export interface AudioInspection {
  /** By content, of the types that the player's browsers play. */
  contentType: string
  container: string
  codec: string
  durationMs: number
  /** Bits per second. */
  bitrate: number | null
  /** Hertz. */
  sampleRate: number | null
  channels: number | null
  tags: AudioTags
  loudness?: LoudnessTags | undefined
  /** The embedded front cover as it came, at most 10 MiB, of no known type: see renderCover. */
  cover: { bytes: Uint8Array } | null
}
