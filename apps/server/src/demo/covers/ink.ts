import type { Random } from '../synth/random.ts'
import { circle, gradient, ground, rect, repeat, silhouette } from './shapes.ts'

/** Mountains behind mountains in thinned ink, a red sun, the seal of the painter. */
export function ink(_album: string, random: Random): string {
  const ranges = repeat(5, (i) => {
    const base = 360 + i * 92
    const points = ridge(base, 150 - i * 16, random)
    const shade = ['#b9bdb6', '#939b98', '#6b7675', '#434f50', '#222b2d'][i]
    return `${silhouette(points, `fill="${shade}"`)}${rect(0, base + 46, 800, 120, 'fill="url(#mist)" opacity=".55"')}`
  })
  const birds = repeat(5, (i) => {
    const x = 150 + i * 38 + random() * 20
    const y = 190 + random() * 70
    return `<path d="M${x} ${y}q9 -11 16 0q8 -11 17 -2" fill="none" stroke="#3a3f3f" stroke-width="2.5"/>`
  })
  return [
    '<defs><linearGradient id="mist" x2="0" y2="1"><stop offset="0" stop-color="#efe8d8" stop-opacity="0"/><stop offset="1" stop-color="#efe8d8"/></linearGradient>',
    `${gradient('paper', ['#f3ecdd', '#e6dcc6'])}</defs>`,
    ground('url(#paper)'),
    circle(560, 230, 88, 'fill="#c23b2a"'),
    birds,
    ranges,
    rect(676, 676, 60, 60, 'rx="8" fill="#c23b2a"'),
    '<path d="M692 692v28h28M706 692v14M720 692v14h-14" fill="none" stroke="#f3ecdd" stroke-width="5"/>',
  ].join('')
}

/** Random midpoints between midpoints: a line as jagged as a ridge. */
function ridge(base: number, height: number, random: Random): [number, number][] {
  let line = [base, base - height * random(), base - height * random(), base]
  let rough = height * 0.7
  for (let round = 0; round < 5; round++) {
    const next: number[] = []
    line.forEach((y, i) => {
      next.push(y)
      const after = line[i + 1]
      if (after !== undefined) next.push((y + after) / 2 - (random() - 0.45) * rough)
    })
    line = next
    rough *= 0.55
  }
  return line.map((y, i) => [-10 + (i * 820) / (line.length - 1), y])
}
