import type { Random } from '../synth/random.ts'
import { cosine, sine } from '../synth/portable-math.ts'
import { circle, gradient, ground, repeat, round } from './shapes.ts'

/** Fine lines on a dark ground: a curtain of light, or the wheels of a small mechanism. */
export function aurora(album: string, random: Random): string {
  return album === 'Small Mechanisms' ? wheels(random) : curtain(random)
}

function curtain(random: Random): string {
  const shift = random()
  const lines = repeat(58, (i) => {
    const points = Array.from({ length: 41 }, (_, n) => {
      const way = n / 40
      const wave = sine(way * 1.1 + shift + i * 0.006) * 70 + sine(way * 2.7 + i * 0.021) * 24
      return `${round(way * 820 - 10)} ${round(190 + i * 6.5 + wave * (1 + i * 0.016))}`
    })
    return `<path d="M${points.join(' L')}" fill="none" stroke="url(#light)" stroke-width="2.2" opacity="${round(0.9 - i * 0.012)}"/>`
  })
  const snow = repeat(60, () =>
    circle(
      random() * 800,
      random() * 800,
      1 + random() * 2.4,
      `fill="#fff" opacity="${0.2 + random() * 0.6}"`,
    ),
  )
  return [
    `<defs>${gradient('night', ['#07131f', '#0d2a35', '#123b40'])}${gradient('light', ['#5bf0b5', '#8fd6ff', '#c79bff'], 0)}</defs>`,
    ground('url(#night)'),
    lines,
    snow,
  ].join('')
}

function wheels(random: Random): string {
  const gears: [number, number, number, string][] = [
    [300, 330, 190, '#e9c98f'],
    [566, 470, 118, '#8fd6ff'],
    [330, 610, 96, '#5bf0b5'],
    [586, 226, 84, '#c79bff'],
  ]
  const drawn = gears.map(([x, y, radius, colour]) => {
    const teeth = Math.round(radius / 5)
    const turn = random()
    const cogs = repeat(teeth, (i) => {
      const a = turn + i / teeth
      const [dx, dy] = [cosine(a), sine(a)]
      return `<path d="M${round(x + dx * radius)} ${round(y + dy * radius)}L${round(x + dx * (radius + 13))} ${round(y + dy * (radius + 13))}" stroke="${colour}" stroke-width="9"/>`
    })
    const rings = repeat(Math.floor(radius / 22), (i) =>
      circle(
        x,
        y,
        radius - i * 22,
        `fill="none" stroke="${colour}" stroke-width="${i === 0 ? 5 : 2}" opacity="${round(1 - i * 0.1)}"`,
      ),
    )
    return cogs + rings + circle(x, y, 9, `fill="${colour}"`)
  })
  return `<defs>${gradient('night', ['#0d1a2b', '#182a3d', '#0d1a2b'], 60)}</defs>${ground('url(#night)')}${drawn.join('')}`
}
