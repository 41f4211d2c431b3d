import type { Random } from '../synth/random.ts'
import { circle, ground, rect, repeat } from './shapes.ts'

const colours = ['#d9482b', '#f0a21c', '#1f6f6b', '#2b3a67', '#e8c07d']

/** Paper lanterns in flat colours on cream, in the manner of a jazz sleeve of the fifties. */
export function lantern(_album: string, random: Random): string {
  const lanterns = repeat(5, (i) => {
    const x = 110 + i * 145
    const y = 270 + random() * 260
    const width = 74 + random() * 34
    const height = width * (0.95 + random() * 0.5)
    const colour = colours[i % colours.length]
    const ribs = repeat(3, (n) => {
      const rx = width * (0.28 + 0.3 * n)
      return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${height}" fill="none" stroke="#f6ecd7" stroke-width="3" opacity=".65"/>`
    })
    return [
      `<path d="M${x} -10V${y - height}" stroke="#26221f" stroke-width="3"/>`,
      `<g style="mix-blend-mode:multiply"><ellipse cx="${x}" cy="${y}" rx="${width}" ry="${height}" fill="${colour}"/></g>`,
      ribs,
      rect(x - 22, y - height - 10, 44, 16, 'fill="#26221f"'),
      rect(x - 22, y + height - 6, 44, 16, 'fill="#26221f"'),
      `<path d="M${x - 8} ${y + height + 10}v46M${x + 8} ${y + height + 10}v38" stroke="${colour}" stroke-width="4"/>`,
    ].join('')
  })
  return [
    ground('#f6ecd7'),
    circle(590, 210, 170, 'fill="#f4c95d"'),
    rect(0, 690, 800, 110, 'fill="#1f6f6b"'),
    rect(0, 690, 800, 12, 'fill="#26221f"'),
    lanterns,
  ].join('')
}
