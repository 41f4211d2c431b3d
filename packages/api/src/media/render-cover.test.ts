import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { coverSizes } from '../storage/cover-path.ts'
import { renderCover as renderCovers } from './render-cover.ts'

const renderCover = (bytes: Uint8Array) => renderCovers(bytes, coverSizes)

const red = { r: 220, g: 20, b: 20 }
const blue = { r: 20, g: 20, b: 220 }

function halves(): Sharp {
  const left = { create: { width: 40, height: 40, channels: 3 as const, background: blue } }
  return sharp({ create: { width: 80, height: 40, channels: 3, background: red } }).composite([
    { input: left, left: 0, top: 0 },
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A black PNG of one bit a pixel: a few hundred kilobytes for a thousand megapixels. */
function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('renderCover', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'makes three squares of a %s',
    async (format) => {
      const covers = await renderCover(await halves().toFormat(format).toBuffer())
      expect(covers.map((cover) => cover.size)).toEqual([96, 320, 640])
      for (const cover of covers) {
        expect(await sharp(cover.bytes).metadata()).toMatchObject({
          format: 'webp',
          width: cover.size,
          height: cover.size,
          space: 'srgb',
        })
      }
    },
  )

  it('turns the image as its EXIF says and keeps none of its metadata', async () => {
    const sideways = halves()
      .jpeg()
      .withExif({ IFD0: { Artist: 'somebody' } })
      .withMetadata({ orientation: 6 })
    const [cover] = await renderCover(await sideways.toBuffer())
    const found = await sharp(cover?.bytes).metadata()
    expect([found.exif, found.icc, found.xmp, found.orientation]).toEqual(Array(4).fill(undefined))
    const { data, info } = await sharp(cover?.bytes).raw().toBuffer({ resolveWithObject: true })
    const top = data.subarray(0, 3)
    const bottom = data.subarray(info.width * (info.height - 1) * info.channels)
    // A quarter turn to the right puts what was left on top.
    expect(top[2]).toBeGreaterThan(150)
    expect(bottom[0]).toBeGreaterThan(150)
  })

  it('brings CMYK to sRGB', async () => {
    const cmyk = await sharp({ create: { width: 50, height: 50, channels: 3, background: blue } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    const [cover] = await renderCover(cmyk)
    const [r = 0, , b = 0] = await sharp(cover?.bytes).raw().toBuffer()
    expect(b).toBeGreaterThan(r + 50)
  })

  it('keeps transparency', async () => {
    const background = { ...red, alpha: 0 }
    const clear = sharp({ create: { width: 50, height: 50, channels: 4, background } })
    const [cover] = await renderCover(await clear.png().toBuffer())
    expect(await sharp(cover?.bytes).metadata()).toMatchObject({ hasAlpha: true })
  })

  it.each([
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    [
      'SVG behind an XML declaration',
      () => Buffer.from('<?xml version="1.0"?><svg width="9" height="9"/>'),
    ],
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF', () => halves().gif().toBuffer()],
    ['TIFF', () => halves().tiff().toBuffer()],
    ['nothing', () => Buffer.alloc(0)],
    ['the first bytes of a JPEG', () => Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['more than 10 MiB', () => Buffer.alloc(10 * 1024 * 1024 + 1)],
  ])('refuses %s', async (_, make) => {
    await expect(renderCover(await make())).rejects.toMatchObject({ reason: 'not_an_image' })
  })

  it('refuses a JPEG that is cut off', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
    const whole = await sharp({
      create: { width: 300, height: 300, channels: 3, background: red, noise },
    })
      .jpeg()
      .toBuffer()
    const cut = whole.subarray(0, whole.length * 0.4)
    await expect(renderCover(cut)).rejects.toMatchObject({ reason: 'not_an_image' })
  })

  it('refuses an image of 900 megapixels before it decodes it', async () => {
    const bytes = bomb(30_000, 30_000)
    const before = process.memoryUsage().rss
    const start = performance.now()
    await expect(renderCover(bytes)).rejects.toMatchObject({ reason: 'not_an_image' })
    expect(performance.now() - start).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('goes on after a refusal', async () => {
    const good = await halves().png().toBuffer()
    const results = await Promise.allSettled([
      renderCover(Buffer.from('no image')),
      renderCover(good),
      renderCover(bomb(30_000, 8)),
      renderCover(good),
    ])
    expect(results.map((result) => result.status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
  })
})
