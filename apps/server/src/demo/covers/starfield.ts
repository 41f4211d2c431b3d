import type { Random } from '../synth/random.ts'
import { sine } from '../synth/portable-math.ts'
import { circle, gradient, ground, rect, repeat, silhouette } from './shapes.ts'

/** A wide sky over a lonely stop, in the snow; or over a sea without wind. */
export function starfield(album: string, random: Random): string {
  return album === '고요의 바다' ? sea(random) : snow(random)
}

function stars(count: number, height: number, random: Random): string {
  return repeat(count, () => {
    const size = 0.7 + random() * random() * 2.6
    return circle(
      random() * 800,
      random() * height,
      size,
      `fill="#fff" opacity="${0.25 + random() * 0.7}"`,
    )
  })
}

function hill(base: number, height: number, phase: number): [number, number][] {
  return Array.from({ length: 42 }, (_, i) => {
    const way = i / 41
    return [way * 820 - 10, base - height * sine(way * 0.8 + phase)]
  })
}

function snow(random: Random): string {
  const flakes = repeat(110, () => {
    const size = 1.5 + random() * random() * 7
    return circle(
      random() * 800,
      random() * 800,
      size,
      `fill="#fff" opacity="${0.25 + random() * 0.6}"`,
    )
  })
  return [
    `<defs>${gradient('sky', ['#1a2356', '#4a4f96', '#a58fc4', '#f3c9cf'])}</defs>`,
    ground('url(#sky)'),
    stars(120, 380, random),
    silhouette(hill(600, 60, 0.1), 'fill="#c3c4e6"'),
    silhouette(hill(680, 46, 0.55), 'fill="#f4f3fb"'),
    rect(548, 470, 8, 190, 'fill="#2a2b52"'),
    rect(520, 470, 64, 44, 'rx="8" fill="#2a2b52"'),
    circle(552, 492, 13, 'fill="#ffd98e"'),
    circle(552, 492, 60, 'fill="#ffd98e" opacity=".18"'),
    rect(430, 632, 96, 10, 'fill="#2a2b52"'),
    rect(440, 642, 7, 30, 'fill="#2a2b52"'),
    rect(508, 642, 7, 30, 'fill="#2a2b52"'),
    flakes,
  ].join('')
}

function sea(random: Random): string {
  const glints = repeat(46, (i) => {
    const y = 492 + i * 6.6
    const width = (26 + i * 3.2) * (0.3 + random())
    return rect(
      400 - width / 2 + (random() - 0.5) * 30,
      y,
      width,
      2.6,
      `rx="1.3" fill="#fdf3d8" opacity="${0.75 - i * 0.011}"`,
    )
  })
  return [
    `<defs>${gradient('sky', ['#050b24', '#12255a', '#3e6aa6', '#9cc7d8'])}${gradient('water', ['#3f7597', '#12345f', '#061330'])}</defs>`,
    ground('url(#sky)'),
    stars(210, 430, random),
    circle(400, 300, 190, 'fill="#fdf3d8" opacity=".07"'),
    circle(400, 300, 130, 'fill="#fdf3d8" opacity=".1"'),
    circle(400, 300, 84, 'fill="#fdf3d8"'),
    rect(0, 485, 800, 315, 'fill="url(#water)"'),
    glints,
  ].join('')
}
