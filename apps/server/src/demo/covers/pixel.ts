import type { Random } from '../synth/random.ts'
import { ground, rect, repeat } from './shapes.ts'

const size = 25
const sparrow = [
  '....kkkk....',
  '..kkbbbbk...',
  '.kbbbbwkbk..',
  '.kbbbbkkbkkk',
  'kbbbbbbbboyk',
  'kbbbbbbbbkk.',
  'kbddbbbbbk..',
  '.kdddbbwwk..',
  '..kkdwwwk...',
  '....kkkk....',
]
const ink: Record<string, string> = {
  k: '#2b1d3a',
  b: '#ffb347',
  d: '#d9763a',
  w: '#fff6e0',
  o: '#ff6b3d',
  y: '#ffd23d',
}

/** A garden of squares with a sparrow over it. */
export function pixel(_album: string, random: Random): string {
  const bands = ['#5ec8f2', '#74d3f5', '#93dff7', '#b4eaf9', '#d6f4fb']
  const sky = bands.map((colour, i) => rect(0, i * 125, 800, 126, `fill="${colour}"`)).join('')
  const cloud = (x: number, y: number) =>
    rect(x, y, 6 * size, size, 'fill="#fff"') +
    rect(x + size, y - size, 3 * size, size, 'fill="#fff"') +
    rect(x + size, y + size, 6 * size, size, 'fill="#e8f8ff"')
  const grass = repeat(32, (i) => {
    const height = 5 + Math.round(2 * random() + 1.5 * Math.abs(((i / 8) % 2) - 1))
    const top = 800 - height * size
    return (
      rect(i * size, top, size, height * size, 'fill="#8a5a3b"') +
      rect(i * size, top, size, size, 'fill="#3fae4f"') +
      rect(i * size, top + size, size, size, `fill="${random() < 0.5 ? '#2e8c40' : '#8a5a3b'}"`) +
      (random() < 0.22 ? flower(i * size, top, random) : '')
    )
  })
  const bird = sparrow
    .flatMap((row, y) =>
      [...row].map((cell, x) =>
        ink[cell]
          ? rect(250 + x * size, 225 + y * size, size + 0.5, size + 0.5, `fill="${ink[cell]}"`)
          : '',
      ),
    )
    .join('')
  return [
    ground('#d6f4fb'),
    sky,
    cloud(50, 150),
    cloud(550, 100),
    cloud(600, 350),
    grass,
    bird,
  ].join('')
}

function flower(x: number, y: number, random: Random): string {
  const petal = ['#ff5d8f', '#ffd23d', '#b06bff'][Math.floor(random() * 3)]
  return (
    rect(x, y - size, size, size, 'fill="#2e8c40"') +
    rect(x, y - 2 * size, size, size, `fill="${petal}"`)
  )
}
