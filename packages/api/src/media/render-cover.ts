import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { Metadata, OutputInfo } from 'sharp'
import { MediaRefusal } from './media-errors.ts'

export interface RenderedCover<Size extends number> {
  /** Pixels of each side. */
  size: Size
  contentType: 'image/webp'
  bytes: Uint8Array
}

const TYPES = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif'])
const INPUT_BYTES = 10 * 1024 * 1024
/** What decoding may need at once; native memory knows no other limit. */
const DECODING_BYTES = 150 * 1024 * 1024
const SECONDS = 5

// Only these decoders ever see bytes from outside: SVG, PDF, TIFF and the rest cannot be reached.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})
sharp.cache(false)

let last: Promise<unknown> = Promise.resolve()

/**
 * Makes square covers of these sizes, WebP in sRGB, of an image of unknown origin: turned as its EXIF
 * says, cut to the middle, without any of its metadata. One image at a time, outside the event
 * loop, within 5 s each; an image whose header says it is too large is never decoded.
 * @throws MediaRefusal not_an_image for whatever is not JPEG, PNG, WebP or AVIF by its content,
 *   is damaged, or breaks the limits
 */
export function renderCover<Size extends number>(
  bytes: Uint8Array,
  sizes: readonly Size[],
): Promise<RenderedCover<Size>[]> {
  const rendered = last.then(() => render(bytes, sizes))
  last = rendered.catch(() => undefined)
  return rendered
}

async function render<Size extends number>(
  bytes: Uint8Array,
  sizes: readonly Size[],
): Promise<RenderedCover<Size>[]> {
  if (bytes.length > INPUT_BYTES) throw refusal('The image is larger than 10 MiB.')
  const type = await fileTypeFromBuffer(bytes)
  if (!TYPES.has(type?.mime ?? '')) throw refusal('The image is not JPEG, PNG, WebP or AVIF.')
  try {
    const image = sharp(bytes, { failOn: 'error', sequentialRead: true })
    if (decodingBytes(await image.metadata()) > DECODING_BYTES) {
      throw refusal('The image has too many pixels.')
    }
    const side = Math.max(...sizes)
    const largest = await image
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize(side, side, { fit: 'cover' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return await Promise.all(sizes.map((size) => encode(largest, size)))
  } catch (cause) {
    if (cause instanceof MediaRefusal) throw cause
    throw refusal('The image cannot be read.', cause)
  }
}

/**
 * Measured with images of 25 megapixels: AV1 needs some 20 bytes a pixel, progressive JPEG two for
 * each coefficient; what comes line by line needs a whole picture only where it has to be turned.
 */
function decodingBytes(found: Metadata): number {
  const pixel = found.channels * (found.depth === 'uchar' ? 1 : 2)
  const perPixel =
    found.format === 'heif'
      ? 20
      : found.isProgressive || found.format === 'webp'
        ? 2 * pixel
        : pixel
  return found.width * found.height * perPixel
}

async function encode<Size extends number>(
  { data, info }: { data: Buffer; info: OutputInfo },
  size: Size,
): Promise<RenderedCover<Size>> {
  const { width, height, channels } = info
  const bytes = await sharp(data, { raw: { width, height, channels } })
    .resize(size, size)
    .webp({ quality: 82 })
    .toBuffer()
  return { size, contentType: 'image/webp', bytes }
}

function refusal(message: string, cause?: unknown): MediaRefusal {
  return new MediaRefusal('not_an_image', message, { cause })
}
