import type { FrameHeader } from './frame-header.ts'
import type { SpoolTokenizer } from './spool-tokenizer.ts'

type ParseHeader = (bytes: Uint8Array) => FrameHeader | null

const HEADER_BYTES = 7
const PADDING_BYTES = 1024 * 1024

export interface FrameScan {
  seconds: number
  /** Bytes in frames. */
  audioBytes: number
  /** Bytes that are neither frame nor tag nor padding. */
  strayBytes: number
}

/**
 * Walks every frame of an MP3 or ADTS file. A header of the file as a whole may be missing, wrong
 * or true only of the first of two files in a row, and music-metadata takes four equal frames, as
 * silence gives them, for a constant bitrate: a song of 30 s then lasts 130.
 */
export function scanFrames(file: SpoolTokenizer, parse: ParseHeader): FrameScan {
  const scan: FrameScan = { seconds: 0, audioBytes: 0, strayBytes: 0 }
  const end = audioEnd(file)
  let isInStep = false
  for (let position = 0; position < end;) {
    const tagBytes = id3v2Length(file, position)
    const frame: FrameHeader | null =
      tagBytes > 0 ? null : frameAt(file, position, end, isInStep, parse)
    if (frame) {
      const isSilent = !isInStep && isSeekTable(file, position, frame)
      if (!isSilent) {
        scan.seconds += frame.seconds
        scan.audioBytes += frame.size
      }
    }
    isInStep = frame !== null
    const next = frame ? position + frame.size : position + tagBytes
    position = next > position ? next : nextCandidate(file, position, scan)
  }
  return scan
}

/**
 * Whether frames follow the tags at the start, with nothing but zeros between them: some taggers
 * leave padding that their own tag does not count, and file-type gives up there.
 */
export function hasFramesBehindTag(file: SpoolTokenizer, parse: ParseHeader): boolean {
  let position = id3v2Length(file, 0)
  if (position === 0) return false
  for (let padding = 0; padding < PADDING_BYTES && position < file.size; padding += 1) {
    if (file.view(position, 1)[0] !== 0) break
    position += 1
  }
  return frameAt(file, position, file.size, false, parse) !== null
}

/** Out of step two frames in a row are asked for: chance makes one every few kilobytes. */
function frameAt(
  file: SpoolTokenizer,
  position: number,
  end: number,
  isInStep: boolean,
  parse: ParseHeader,
): FrameHeader | null {
  const frame = parse(file.view(position, HEADER_BYTES))
  const next = position + (frame?.size ?? 0)
  if (!frame || next > end) return null
  const isFollowed = next === end || parse(file.view(next, HEADER_BYTES))?.kind === frame.kind
  return isInStep || isFollowed ? frame : null
}

/** Where the next sync byte or tag may be; what is passed over is stray, unless it is zeros. */
function nextCandidate(file: SpoolTokenizer, position: number, scan: FrameScan): number {
  const bytes = file.view(position, 65_536)
  const found = bytes.findIndex((byte, i) => i > 0 && (byte === 0xff || byte === 0x49))
  const passed = found === -1 ? Math.max(bytes.length, 1) : found
  if (bytes.subarray(0, passed).some((byte) => byte !== 0)) scan.strayBytes += passed
  return position + passed
}

/** The first frame of many MP3s is a silent one that holds the Xing, Info or VBRI table. */
function isSeekTable(file: SpoolTokenizer, position: number, frame: FrameHeader): boolean {
  const head = file.view(position, Math.min(frame.size, 64))
  // Behind the side information, whose length hangs on version, channels and checksum.
  return [13, 15, 21, 23, 36, 38].some((at) =>
    /^(?:Xing|Info|VBRI)/.test(head.toString('latin1', at, at + 4)),
  )
}

function id3v2Length(file: SpoolTokenizer, position: number): number {
  const head = file.view(position, 10)
  if (head.length < 10 || head[0] !== 0x49 || head.toString('latin1', 0, 3) !== 'ID3') return 0
  return 10 + head.subarray(6).reduce((sum, byte) => (sum << 7) | (byte & 127), 0)
}

function audioEnd(file: SpoolTokenizer): number {
  const isId3v1 = file.view(Math.max(0, file.size - 128), 3).toString('latin1') === 'TAG'
  return isId3v1 ? file.size - 128 : file.size
}
