import { useState } from 'react'
import { classNames } from './class-names.ts'
import { coverArt } from './cover-art.ts'
import { coverSource } from './cover-source.ts'

export interface CoverProps {
  /** The image's path, or null where there is none. */
  path: string | null
  /** What it stands for: seeds the picture that is drawn where there is no image. */
  name: string
  /** How wide it is shown, as in the `sizes` of an image. */
  sizes?: string
  className?: string
}

/** A square picture beside a title. It is decoration: the title is what a screen reader reads. */
export function Cover({ path, name, sizes = '48px', className }: CoverProps) {
  const [failedPath, setFailedPath] = useState<string | null>(null)
  const box = classNames(
    'block aspect-square shrink-0 overflow-hidden rounded-sm bg-sunken object-cover shadow-cover',
    className ?? 'size-12',
  )
  if (path === null || path === failedPath) return <DrawnCover name={name} className={box} />
  return (
    <img
      {...coverSource(path)}
      sizes={sizes}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailedPath(path)}
      className={box}
    />
  )
}

/** One element: long lists are full of them. */
function DrawnCover({ name, className }: { name: string; className: string }) {
  return <span aria-hidden className={className} style={{ backgroundImage: drawing(name) }} />
}

/** Two discs over a slope of colour, as a `background-image`. */
function drawing(name: string): string {
  const { hues, discs } = coverArt(name)
  const [under = '', over = ''] = discs.map(({ x, y, radius }, index) => {
    const ink = `oklch(${index === 0 ? 0.86 : 0.3} 0.1 ${hues[index]} / 0.38)`
    return `radial-gradient(${radius}% ${radius}% at ${x}% ${y}%, ${ink} 99%, transparent)`
  })
  const slope = `oklch(0.62 0.12 ${hues[0]}), oklch(0.38 0.09 ${hues[1]})`
  return [over, under, `linear-gradient(to bottom right, ${slope})`].join(', ')
}
