import sharp from 'sharp'
import { seededRandom, seedOf } from '../synth/random.ts'
import type { Random } from '../synth/random.ts'
import { aurora } from './aurora.ts'
import { horizon } from './horizon.ts'
import { ink } from './ink.ts'
import { lantern } from './lantern.ts'
import { pixel } from './pixel.ts'
import { starfield } from './starfield.ts'
import { stripes } from './stripes.ts'
import { window } from './window.ts'

/** Draws the inside of an 800 x 800 SVG for an album; each artist has a manner of their own. */
type Drawing = (album: string, random: Random) => string

const families = {
  aurora,
  horizon,
  ink,
  lantern,
  pixel,
  starfield,
  stripes,
  window,
} satisfies Record<string, Drawing>

export type CoverFamily = keyof typeof families

/** The cover of an album as a JPEG of 800 x 800. It holds no text: it needs no fonts. */
export async function renderCover(family: CoverFamily, album: string): Promise<Uint8Array> {
  const inside = families[family](album, seededRandom(seedOf(album)))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800">${inside}</svg>`
  return sharp(Buffer.from(svg)).flatten().jpeg({ quality: 84 }).toBuffer()
}
