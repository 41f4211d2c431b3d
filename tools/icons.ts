import { fileURLToPath } from 'node:url'

import sharp from 'sharp'

/** Draws the icons that an installed player shows, from the sign in `logo.tsx` and `favicon.svg`. */

const folder = fileURLToPath(new URL('../apps/player/public/icons/', import.meta.url))
const lines = `<path d="M6 10c9 0 11 12 20 12" opacity=".55" /><path d="M6 22c9 0 11-12 20-12" />`

/**
 * @param radius of the corners; systems that cut the picture into a shape of theirs want none
 * @param scale of the lines: what is cut off may take a tenth from every side
 */
function draw({ radius, scale }: { radius: number; scale: number }): Buffer {
  const move = (32 * (1 - scale)) / 2
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512">
    <rect width="32" height="32" rx="${radius}" fill="#c4421f" />
    <g transform="translate(${move} ${move}) scale(${scale})"
      fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round">${lines}</g>
  </svg>`)
}

const icons = [
  { name: 'icon-192', size: 192, radius: 9, scale: 1 },
  { name: 'icon-512', size: 512, radius: 9, scale: 1 },
  { name: 'maskable-512', size: 512, radius: 0, scale: 0.75 },
  { name: 'apple-touch-icon', size: 180, radius: 0, scale: 0.85 },
]

for (const { name, size, ...look } of icons) {
  await sharp(draw(look)).resize(size).png({ palette: true }).toFile(`${folder}${name}.png`)
}
