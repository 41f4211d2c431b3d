/** Small pieces of SVG that the drawings share. */

/** A linear gradient from top to bottom (or at an angle), its colours evenly spaced. */
export function gradient(id: string, colours: string[], angle = 90): string {
  const stops = colours.map(
    (colour, i) => `<stop offset="${i / (colours.length - 1)}" stop-color="${colour}"/>`,
  )
  return `<linearGradient id="${id}" gradientTransform="rotate(${angle} .5 .5)">${stops.join('')}</linearGradient>`
}

export const rect = (x: number, y: number, width: number, height: number, rest: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${rest}/>`

export const circle = (x: number, y: number, radius: number, rest: string): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${rest}/>`

/** A whole background. */
export const ground = (fill: string): string => rect(0, 0, 800, 800, `fill="${fill}"`)

/** A line through points, closed at the bottom of the picture: hills, waves. */
export function silhouette(points: [number, number][], rest: string): string {
  const line = points.map(([x, y]) => `${round(x)} ${round(y)}`).join(' L')
  return `<path d="M-10 810 L${line} L810 810 Z" ${rest}/>`
}

/** As many things as asked for, one after another. */
export const repeat = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw(i)).join('')

export const round = (value: number): number => Math.round(value * 10) / 10
