import type { Random } from '../synth/random.ts'
import { circle, gradient, ground, rect, repeat } from './shapes.ts'

/** Neon lines that meet at a horizon; the colder album has rings of ice in place of the sun. */
export function horizon(album: string, random: Random): string {
  return album === 'Cold Start' ? cold(random) : neon(random)
}

function neon(random: Random): string {
  const stars = repeat(70, () =>
    circle(
      random() * 800,
      random() * 420,
      0.8 + random() * 1.6,
      `fill="#fff" opacity="${0.2 + random() * 0.7}"`,
    ),
  )
  const slits = repeat(7, (i) => {
    const y = 330 + i * 27
    const half = Math.sqrt(190 ** 2 - (y - 330) ** 2) + 1
    return rect(400 - half, y, 2 * half, 3 + i * 2.4, 'fill="#4c1264"')
  })
  const depth = repeat(11, (i) => {
    const y = 520 + (i * i * 280) / 100
    return `<path d="M0 ${y}H800" stroke="#ff4fd8" stroke-width="${1 + i * 0.35}" opacity="${0.35 + i * 0.06}"/>`
  })
  const rails = repeat(25, (i) => {
    const x = (i - 12) * 34
    return `<path d="M${400 + x} 520L${400 + x * 6.5} 800" stroke="#ff4fd8" stroke-width="2" opacity=".7"/>`
  })
  return [
    `<defs>${gradient('sky', ['#0b0630', '#3a0f5e', '#a3217c'])}${gradient('sun', ['#ffe26a', '#ff8a4c', '#ff2e88'])}</defs>`,
    ground('url(#sky)'),
    stars,
    circle(400, 330, 190, 'fill="url(#sun)"'),
    slits,
    rect(0, 520, 800, 280, 'fill="#120734"'),
    depth,
    rails,
    rect(0, 516, 800, 6, 'fill="#7df9ff"'),
  ].join('')
}

function cold(random: Random): string {
  const rings = repeat(26, (i) => {
    const dash = 40 + random() * 260
    const turn = random() * 360
    return circle(
      400,
      400,
      70 + i * 13,
      `fill="none" stroke="${i % 9 === 4 ? '#7df9ff' : '#c9d6e8'}" stroke-width="${1.5 + random() * 3.5}" stroke-dasharray="${dash} ${20 + random() * 90}" opacity="${0.25 + 0.6 * random()}" transform="rotate(${turn} 400 400)"`,
    )
  })
  return [
    `<defs>${gradient('deep', ['#0a1222', '#10243b', '#0a1222'], 45)}</defs>`,
    ground('url(#deep)'),
    rings,
    circle(400, 400, 46, 'fill="#7df9ff"'),
    rect(0, 398, 800, 4, 'fill="#ff4fd8" opacity=".9"'),
  ].join('')
}
