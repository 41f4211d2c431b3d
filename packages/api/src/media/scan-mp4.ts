import type { SpoolTokenizer } from './spool-tokenizer.ts'

export interface Mp4Scan {
  /** Of the first audio track; 0 when the file is not fragmented. */
  seconds: number
  /** Where the first fragment starts and the description of the tracks has ended. */
  headBytes: number
}

interface Track {
  ticks: number
  timescale: number
  isAudio: boolean
  /** Of a sample that does not say how long it lasts, by `trex` and, within a fragment, `tfhd`. */
  usual: number
  usualHere: number
}

const ENTERED = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'])

/**
 * Adds up the samples of a fragmented MP4 (ISO/IEC 14496-12), as browsers record it and streaming
 * sites serve it: its header may name no duration, or that of the first fragment alone.
 */
export function scanMp4(file: SpoolTokenizer): Mp4Scan {
  const tracks = new Map<number, Track>()
  const trackOf = (id: number): Track => {
    const fresh = { ticks: 0, timescale: 0, isAudio: false, usual: 0, usualHere: 0 }
    return tracks.get(id) ?? (tracks.set(id, fresh), fresh)
  }
  let current = trackOf(0)
  let headBytes = file.size
  for (let position = 0; position + 8 <= file.size;) {
    const { type, start, end } = boxAt(file, position)
    if (type === 'moof') headBytes = Math.min(headBytes, position)
    if (type === 'tkhd') current = trackOf(word(file, start + (isLong(file, start) ? 20 : 12)))
    if (type === 'tfhd') current = trackOf(word(file, start + 4))
    if (type === 'trex') trackOf(word(file, start + 4)).usual = word(file, start + 12)
    measure(file, type, start, current)
    position = ENTERED.has(type) ? start : Math.max(end, position + 8)
  }
  const track = [...tracks.values()].find((track) => track.isAudio && track.timescale > 0)
  const isFragmented = headBytes < file.size
  return { seconds: track && isFragmented ? track.ticks / track.timescale : 0, headBytes }
}

function measure(file: SpoolTokenizer, type: string, start: number, track: Track): void {
  if (type === 'mdhd') track.timescale = word(file, start + (isLong(file, start) ? 20 : 12))
  if (type === 'hdlr') track.isAudio ||= file.view(start + 8, 4).toString('latin1') === 'soun'
  if (type === 'tfhd') track.usualHere = usualDuration(file, start) ?? track.usual
  if (type === 'trun') track.ticks += runTicks(file, start, track.usualHere)
  if (type === 'stts') {
    for (let i = 0; i < word(file, start + 4); i += 1) {
      const entry = start + 8 + 8 * i
      if (entry >= file.size) break
      track.ticks += word(file, entry) * word(file, entry + 4)
    }
  }
}

function boxAt(
  file: SpoolTokenizer,
  position: number,
): { type: string; start: number; end: number } {
  const size = word(file, position)
  const type = file.view(position + 4, 4).toString('latin1')
  if (size === 0) return { type, start: position + 8, end: file.size }
  if (size !== 1) return { type, start: position + 8, end: position + size }
  const long = word(file, position + 8) * 2 ** 32 + word(file, position + 12)
  return { type, start: position + 16, end: position + long }
}

function usualDuration(file: SpoolTokenizer, start: number): number | undefined {
  const flags = word(file, start)
  if (!(flags & 0x8)) return undefined
  return word(file, start + 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0))
}

function runTicks(file: SpoolTokenizer, start: number, usual: number): number {
  const flags = word(file, start)
  const count = word(file, start + 4)
  if (!(flags & 0x100)) return count * usual
  const first = start + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length
  let ticks = 0
  for (let i = 0; i < count && first + i * stride < file.size; i += 1) {
    ticks += word(file, first + i * stride)
  }
  return ticks
}

/** Version 1 of a header has times of 64 bits. */
function isLong(file: SpoolTokenizer, start: number): boolean {
  return file.view(start, 1)[0] === 1
}

function word(file: SpoolTokenizer, position: number): number {
  const bytes = file.view(position, 4)
  return bytes.length === 4 ? bytes.readUInt32BE() : 0
}
