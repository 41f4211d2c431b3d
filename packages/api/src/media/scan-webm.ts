import type { SpoolTokenizer } from './spool-tokenizer.ts'

const SEGMENT = 0x18538067
const INFO = 0x1549a966
const CLUSTER = 0x1f43b675
const BLOCK_GROUP = 0xa0
const ENTERED = new Set([SEGMENT, INFO, CLUSTER, BLOCK_GROUP])
const TIMESTAMP_SCALE = 0x2ad7b1
const CLUSTER_TIMESTAMP = 0xe7
const BLOCKS = new Set([0xa3, 0xa1])

export interface WebmScan {
  /** 0 without a block. */
  seconds: number
  /** Where the first cluster starts and the description of the tracks has ended. */
  headBytes: number
}

/**
 * Measures a WebM file by its blocks (RFC 9559): what a browser records names no duration, and
 * leaves segment and clusters without a size. All elements that matter are entered rather than
 * skipped, so that sizes need not be known.
 */
export function scanWebm(file: SpoolTokenizer): WebmScan {
  let headBytes = file.size
  let scale = 1_000_000
  let cluster = 0
  let last = 0
  let step = 0
  for (let position = 0; position < file.size;) {
    const element = elementAt(file, position)
    if (!element) break
    if (element.id === CLUSTER) headBytes = Math.min(headBytes, position)
    if (element.id === TIMESTAMP_SCALE) scale = unsigned(file, element)
    if (element.id === CLUSTER_TIMESTAMP) cluster = unsigned(file, element)
    if (BLOCKS.has(element.id)) {
      const time = cluster + blockTime(file, element.start)
      if (time > last) step = time - last
      last = Math.max(last, time)
    }
    position = element.start + (ENTERED.has(element.id) ? 0 : element.size)
  }
  // The last block lasts, as far as one can tell, as long as the one before it.
  return { seconds: last > 0 ? ((last + step) * scale) / 1e9 : 0, headBytes }
}

interface Element {
  id: number
  start: number
  size: number
}

function elementAt(file: SpoolTokenizer, position: number): Element | null {
  const head = file.view(position, 12)
  const idLength = variableLength(head[0])
  const sizeLength = variableLength(head[idLength])
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return null
  const [first = 0, ...rest] = head.subarray(idLength, idLength + sizeLength)
  return {
    id: head.readUIntBE(0, idLength),
    start: position + idLength + sizeLength,
    size: rest.reduce((sum, byte) => sum * 256 + byte, first & (0xff >> sizeLength)),
  }
}

/** The length of a number, which the leading zero bits of its first byte tell. */
function variableLength(first = 0): number {
  return Math.clz32(first) - 23
}

function unsigned(file: SpoolTokenizer, element: Element): number {
  const bytes = file.view(element.start, Math.min(element.size, 8))
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** Relative to the cluster, signed, behind the track number. */
function blockTime(file: SpoolTokenizer, start: number): number {
  const head = file.view(start, 10)
  const trackLength = variableLength(head[0])
  return head.length >= trackLength + 2 ? head.readInt16BE(trackLength) : 0
}
