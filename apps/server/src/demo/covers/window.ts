import type { Random } from '../synth/random.ts'
import { circle, gradient, ground, rect, repeat, silhouette } from './shapes.ts'

/** A night seen through the windows of a train: a moon, a town, rain on the glass. */
export function window(_album: string, random: Random): string {
  const town: [number, number][] = [[-10, 640]]
  for (let x = 0; x < 800; x += 34 + random() * 30) {
    const y = 470 + random() * 130
    town.push([x, y], [x + 32, y])
  }
  town.push([810, 620])
  const lights = repeat(46, () =>
    rect(
      20 + random() * 760,
      560 + random() * 130,
      6,
      8,
      `fill="#ffd48a" opacity="${0.3 + random() * 0.6}"`,
    ),
  )
  const rain = repeat(90, () => {
    const x = random() * 800
    const y = random() * 800
    const length = 12 + random() * 46
    return `<path d="M${x} ${y}l${-length * 0.22} ${length}" stroke="#cfe0ff" stroke-width="1.6" opacity="${0.12 + random() * 0.3}"/>`
  })
  const hole = (x: number) =>
    `M${x + 40} 110h216a40 40 0 0 1 40 40v480a40 40 0 0 1 -40 40h-216a40 40 0 0 1 -40 -40v-480a40 40 0 0 1 40 -40Z`
  return [
    `<defs>${gradient('sky', ['#151a4a', '#3c3a86', '#b06a9e', '#f0a68a'])}</defs>`,
    ground('url(#sky)'),
    circle(540, 250, 150, 'fill="#fff1cf" opacity=".1"'),
    circle(540, 250, 84, 'fill="#fff1cf"'),
    silhouette(town, 'fill="#1b1d4b"'),
    lights,
    rain,
    `<path d="M0 0H800V800H0Z${hole(76)}${hole(428)}" fill="#0d1026" fill-rule="evenodd"/>`,
    rect(0, 758, 800, 6, 'fill="#e58b6b"'),
  ].join('')
}
