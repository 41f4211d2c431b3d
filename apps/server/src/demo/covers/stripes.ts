import { circle, ground, rect, repeat } from './shapes.ts'

/** Broad bands of the seventies: an arch for one album, a rising sun of rays for the other. */
export function stripes(album: string): string {
  return album === 'Liquid Morning' ? morning() : sunday()
}

function sunday(): string {
  const bands = ['#7a2e1d', '#d9482b', '#f2802e', '#f7b538', '#f8e3b0']
  const arch = bands
    .map((colour, i) => {
      const radius = 330 - i * 56
      return `<path d="M${400 - radius} 810V430a${radius} ${radius} 0 0 1 ${radius * 2} 0V810Z" fill="${colour}"/>`
    })
    .join('')
  return [
    ground('#fbf1dc'),
    arch,
    circle(400, 430, 74, 'fill="#d9482b"'),
    `<path d="M400 356q22 -52 74 -50q-12 50 -74 50Z" fill="#3f7d4e"/>`,
  ].join('')
}

function morning(): string {
  const colours = ['#ff8552', '#ffb347', '#ffd98e']
  const rays = repeat(18, (i) => {
    const fill = colours[i % 3]
    return `<path d="M400 470L${400 + 900} ${470 - 158}V${470 + 0.01}Z" fill="${fill}" transform="rotate(${-i * 10} 400 470)"/>`
  })
  const waves = ['#10566b', '#1b7f8c', '#3aa6a6', '#7cc9bd', '#c5e6d6'].map((fill, i) => {
    const y = 480 + i * 66
    const hills = repeat(6, () => 'q50 -36 100 0t100 0')
    return `<path d="M${-120 + (i % 2) * 70} ${y}${hills}V900H-200Z" fill="${fill}"/>`
  })
  return [
    ground('#ffe9c2'),
    rays,
    circle(400, 470, 150, 'fill="#e4572e"'),
    ...waves,
    rect(0, 796, 800, 4, 'fill="#c5e6d6"'),
  ].join('')
}
