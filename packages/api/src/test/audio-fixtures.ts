import { createMp3Encoder, createOggEncoder } from 'wasm-media-encoders'

/** Real and broken audio for tests, made by code. */

const RATE = 44_100

/** An A, mono, behind as much silence as is asked for. */
export function tone(seconds: number, silence = 0): Float32Array {
  const samples = new Float32Array(Math.round((silence + seconds) * RATE))
  return samples.map((_, i) =>
    i < silence * RATE ? 0 : Math.sin((2 * Math.PI * 440 * i) / RATE) / 3,
  )
}

export function wav(seconds: number): Buffer {
  const data = Buffer.from(Int16Array.from(tone(seconds), (sample) => sample * 32_767).buffer)
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(RATE, 4)
  format.writeUInt32LE(RATE * 2, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const body = Buffer.concat([Buffer.from('WAVE'), riff('fmt ', format), riff('data', data)])
  return riff('RIFF', body)
}

/** MP3 of variable bitrate; the encoder writes no Xing header. */
export async function mp3(samples: Float32Array): Promise<Buffer> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: RATE, channels: 1, vbrQuality: 4 })
  return Buffer.concat([Buffer.from(encoder.encode([samples])), Buffer.from(encoder.finalize())])
}

/** Ogg Vorbis. */
export async function ogg(samples: Float32Array): Promise<Buffer> {
  const encoder = await createOggEncoder()
  encoder.configure({ sampleRate: RATE, channels: 1, vbrQuality: 2 })
  return Buffer.concat([Buffer.from(encoder.encode([samples])), Buffer.from(encoder.finalize())])
}

/** The start of an Ogg Vorbis file whose comments are spread over pages of one byte each. */
export function scatteredOgg(whole: Buffer, pages: number): Buffer {
  const page = (flags: number): Buffer => {
    const head = Buffer.alloc(29)
    head.write('OggS')
    head[5] = flags
    whole.copy(head, 14, 14, 18)
    head.set([1, 1, 3], 26)
    return head
  }
  const first = whole.subarray(0, whole.indexOf('OggS', 4))
  return Buffer.concat([first, page(0), ...Array(pages).fill(page(1)), page(0)])
}

/** An ID3v2.3 tag; text frames start with the byte of their encoding. */
export function id3v2(frames: [id: string, data: Buffer][]): Buffer {
  const body = Buffer.concat(
    frames.map(([id, data]) => {
      const head = Buffer.alloc(10)
      head.write(id, 'latin1')
      head.writeUInt32BE(data.length, 4)
      return Buffer.concat([head, data])
    }),
  )
  const head = Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1')
  for (const at of [0, 1, 2, 3]) head[6 + at] = (body.length >> (7 * (3 - at))) & 127
  return Buffer.concat([head, body])
}

export function latin1(text: Buffer | string): Buffer {
  return Buffer.concat([Buffer.of(0), Buffer.from(text)])
}

/** A field of free name in ID3v2. */
export function freeText(name: string, value: string): [id: string, data: Buffer] {
  return ['TXXX', latin1(`${name}\0${value}`)]
}

/** An APEv2 tag, header and footer, as it lies behind the music. */
export function apeTag(fields: [name: string, value: string][]): Buffer {
  const items = fields.map(([name, value]) =>
    Buffer.concat([uint32LE(value.length), uint32LE(0), Buffer.from(`${name}\0${value}`)]),
  )
  const size = items.reduce((sum, item) => sum + item.length, 32)
  const end = (flags: number): Buffer =>
    Buffer.concat([
      Buffer.from('APETAGEX'),
      ...[2_000, size, fields.length, flags].map(uint32LE),
      Buffer.alloc(8),
    ])
  return Buffer.concat([end(0xa0_00_00_00), ...items, end(0x80_00_00_00)])
}

export function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from('01fffe', 'hex'), Buffer.from(text, 'utf16le')])
}

export function picture(data: Buffer, type = 3): Buffer {
  return Buffer.concat([Buffer.from(`\0image/png\0${String.fromCharCode(type)}\0`, 'latin1'), data])
}

export function id3v1(title: Buffer): Buffer {
  const tag = Buffer.alloc(128)
  tag.write('TAG')
  title.copy(tag, 3, 0, 30)
  return tag
}

/** FLAC of two seconds of silence, which its header need not say; with Vorbis comments. */
export function flac(comments: string[], { isStreamed = false } = {}): Buffer {
  const info = Buffer.alloc(34)
  info.writeUInt16BE(FLAC_BLOCK)
  info.writeUInt16BE(FLAC_BLOCK, 2)
  const samples = isStreamed ? 0 : FLAC_BLOCK * 20
  // 20 bits of sample rate, 3 of channels - 1, 5 of bits - 1, 36 of samples.
  info.writeBigUInt64BE((BigInt(RATE) << 44n) | (15n << 36n) | BigInt(samples), 10)
  const texts = ['', ...comments].map((text) => Buffer.from(text, 'utf8'))
  const fields = texts.flatMap((text) => [uint32LE(text.length), text])
  fields.splice(2, 0, uint32LE(comments.length))
  const comment = Buffer.concat(fields)
  const block = (type: number, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from([type, 0, data.length >> 8, data.length & 255]), data])
  const frames = Array.from({ length: 20 }, (_, i) => silentFrame(i))
  return Buffer.concat([Buffer.from('fLaC'), block(0, info), block(0x84, comment), ...frames])
}

const FLAC_BLOCK = RATE / 10

function silentFrame(number: number): Buffer {
  // The size of the block follows in 16 bits; one constant sample stands for all of it.
  const head = Buffer.from([0xff, 0xf8, 0x70, 0x00, number, 0, 0])
  head.writeUInt16BE(FLAC_BLOCK - 1, 5)
  const frame = Buffer.concat([head, Buffer.from([checksum(head, 8, 0x07), 0, 0, 0])])
  const end = Buffer.alloc(2)
  end.writeUInt16BE(checksum(frame, 16, 0x8005))
  return Buffer.concat([frame, end])
}

export function checksum(bytes: Buffer, bits: number, polynomial: number): number {
  const top = 1 << (bits - 1)
  return bytes.reduce((sum, byte) => {
    let crc = sum ^ (byte << (bits - 8))
    for (let bit = 0; bit < 8; bit += 1) crc = crc & top ? (crc << 1) ^ polynomial : crc << 1
    return crc & (2 * top - 1)
  }, 0)
}

export function box(name: string, ...children: Buffer[]): Buffer {
  const body = Buffer.concat(children)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** An MP4 of two seconds with one audio track, its moov at the end. */
export function mp4({
  codec = 'mp4a',
  entrySize = 36,
  samples = RATE * 2,
  fields = [],
}: {
  codec?: string
  entrySize?: number
  samples?: number
  /** Of free name, as iTunes keeps them. */
  fields?: [name: string, value: string][]
} = {}): Buffer {
  const entry = Buffer.alloc(36)
  entry.writeUInt32BE(entrySize)
  entry.write(codec, 4, 'latin1')
  entry.writeUInt16BE(1, 14)
  entry.writeUInt16BE(2, 24)
  entry.writeUInt16BE(16, 26)
  entry.writeUInt32BE(RATE * 65_536, 32)
  const table = box(
    'stbl',
    box('stsd', full(1), entry),
    samples ? box('stts', full(1, 88, 1024)) : box('stts', full(0)),
    box('stsc', full(1, 1, 88, 1)),
    box('stsz', full(100, 88)),
    box('stco', full(1, 40)),
  )
  const media = box(
    'mdia',
    box('mdhd', full(0, 0, RATE, samples, 0)),
    box('hdlr', full(0), Buffer.from('soun'), Buffer.alloc(13)),
    box('minf', table),
  )
  const track = box('trak', box('tkhd', full(0, 0, 1, 0, RATE * 2), Buffer.alloc(60)), media)
  const movie = box(
    'moov',
    box('mvhd', full(0, 0, RATE, RATE * 2), Buffer.alloc(80)),
    track,
    ...freeForm(fields),
  )
  const type = box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom', 'latin1'))
  return Buffer.concat([type, box('mdat', Buffer.alloc(8800, 0x21)), movie])
}

function freeForm(fields: [name: string, value: string][]): Buffer[] {
  if (fields.length === 0) return []
  const items = fields.map(([name, value]) =>
    box(
      '----',
      box('mean', full(), Buffer.from('com.apple.iTunes')),
      box('name', full(), Buffer.from(name.toLowerCase())),
      box('data', uint32BE(1), uint32BE(0), Buffer.from(value)),
    ),
  )
  const handler = box('hdlr', full(0), Buffer.from('mdirappl'), Buffer.alloc(9))
  return [box('udta', box('meta', full(), handler, box('ilst', ...items)))]
}

/** As browsers record: no samples in the header, and fragments that name only how many they hold. */
export function fragmentedMp4(fragments: number): Buffer {
  const whole = mp4({ samples: 0 })
  const movie = whole.subarray(whole.indexOf('moov') - 4)
  const extended = box('moov', movie.subarray(8), box('mvex', box('trex', full(1, 1, 1024, 0, 0))))
  const run = box('traf', box('tfhd', full(1)), box('trun', full(43)))
  const fragment = Buffer.concat([box('moof', run), box('mdat', Buffer.alloc(4300, 0x21))])
  return Buffer.concat([
    whole.subarray(0, whole.indexOf('mdat') - 4),
    extended,
    ...Array<Buffer>(fragments).fill(fragment),
  ])
}

function full(...words: number[]): Buffer {
  return Buffer.concat([0, ...words].map(uint32BE))
}

/** WebM as a browser records it: Opus in clusters of unknown size, without a duration. */
export function recordedWebm(blocks: number): Buffer {
  const track = ebml(
    'ae',
    ebml('d7', Buffer.from([1])),
    ebml('83', Buffer.from([2])),
    ebml('86', Buffer.from('A_OPUS')),
    ebml('e1', ebml('b5', Buffer.from('40e7700000000000', 'hex')), ebml('9f', Buffer.from([1]))),
  )
  const block = (i: number): Buffer =>
    ebml('a3', Buffer.from([0x81, (i * 20) >> 8, (i * 20) & 255, 0x80]), Buffer.alloc(60, 1))
  const unknown = Buffer.from('01ffffffffffffff', 'hex')
  return Buffer.concat([
    ebml('1a45dfa3', ebml('4282', Buffer.from('webm'))),
    Buffer.from('18538067', 'hex'),
    unknown,
    ebml('1549a966', ebml('2ad7b1', Buffer.from('0f4240', 'hex'))),
    ebml('1654ae6b', track),
    Buffer.from('1f43b675', 'hex'),
    unknown,
    ebml('e7', Buffer.from([0])),
    ...Array.from({ length: blocks }, (_, i) => block(i)),
  ])
}

function ebml(id: string, ...children: Buffer[]): Buffer {
  const body = Buffer.concat(children)
  const size = Buffer.from([0x40 | (body.length >> 8), body.length & 255])
  return Buffer.concat([Buffer.from(id, 'hex'), size, body])
}

function riff(name: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(name), uint32LE(data.length), data])
}

export function uint32LE(value: number): Buffer {
  return Buffer.from(Uint32Array.of(value).buffer)
}

function uint32BE(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
