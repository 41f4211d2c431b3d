import { useId, useState } from 'react'
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

function DrawnCover({ name, className }: { name: string; className: string }) {
  const gradient = useId()
  const { hues, discs } = coverArt(name)
  return (
    <svg viewBox="0 0 100 100" aria-hidden className={className}>
      <linearGradient id={gradient} x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stopColor={`oklch(0.62 0.12 ${hues[0]})`} />
        <stop offset="1" stopColor={`oklch(0.38 0.09 ${hues[1]})`} />
      </linearGradient>
      <rect width="100" height="100" fill={`url(#${gradient})`} />
      {discs.map(({ x, y, radius }, index) => (
        <circle
          key={`${x} ${y} ${radius}`}
          cx={x}
          cy={y}
          r={radius}
          fill={`oklch(${index === 0 ? 0.86 : 0.3} 0.1 ${hues[index]} / 0.38)`}
        />
      ))}
    </svg>
  )
}
