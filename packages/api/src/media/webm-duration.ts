import type { SpoolTokenizer } from './spool-tokenizer.ts'

const ENTERED = new Set([
  0x18538067 /* Segment */, 0x1549a966 /* Info */, 0x1f43b675 /* Cluster */, 0xa0 /* BlockGroup */,
])
const TIMESTAMP_SCALE = 0x2ad7b1
const CLUSTER_TIMESTAMP = 0xe7
const BLOCKS = new Set([0xa3 /* SimpleBlock */, 0xa1 /* Block */])

/**
 * The duration of a WebM file by its blocks (RFC 9559): what a browser records names none, and
 * leaves segment and clusters without a size. All its elements that matter are entered rather than
 * skipped, so that sizes need not be known.
 * @returns seconds, 0 without a block
 */
export function webmDuration(file: SpoolTokenizer): number {
  let scale = 1_000_000
  let cluster = 0
  let last = 0
  let step = 0
  for (let position = 0; position < file.size;) {
    const element = elementAt(file, position)
    if (!element) break
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
  return last > 0 ? ((last + step) * scale) / 1e9 : 0
}

interface Element {
  id: number
  start: number
  size: number
}

function elementAt(file: SpoolTokenizer, position: number): Element | null {
  const head = file.view(position, 12)
  const idLength = Math.clz32((head[0] ?? 0) << 24) + 1
  const sizeLength = Math.clz32((head[idLength] ?? 0) << 24) + 1
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return null
  const size = head.subarray(idLength, idLength + sizeLength)
  return {
    id: head.readUIntBE(0, idLength),
    start: position + idLength + sizeLength,
    size: size.reduce(
      (sum, byte, i) => sum * 256 + (i === 0 ? byte & (0xff >> sizeLength) : byte),
      0,
    ),
  }
}

function unsigned(file: SpoolTokenizer, element: Element): number {
  const bytes = file.view(element.start, Math.min(element.size, 8))
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** Relative to the cluster, signed, after the track number. */
function blockTime(file: SpoolTokenizer, start: number): number {
  const head = file.view(start, 10)
  const trackLength = Math.clz32((head[0] ?? 0) << 24) + 1
  return head.length >= trackLength + 2 ? head.readInt16BE(trackLength) : 0
}
