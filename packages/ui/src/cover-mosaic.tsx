import { classNames } from './class-names.ts'
import { Cover } from './cover.tsx'

export interface CoverMosaicProps {
  /** The images' paths; four make a mosaic, fewer show the first. */
  paths: readonly string[]
  /** What it stands for: seeds the picture that is drawn where there is no image. */
  name: string
  /** How wide it is shown, as in the `sizes` of an image. */
  sizes?: string
  className?: string
}

/** The picture of a list: its first covers in a square. Decoration, as each of them is. */
export function CoverMosaic({ paths, name, sizes, className }: CoverMosaicProps) {
  const tiles = [...new Set(paths)].slice(0, 4)
  if (tiles.length < 4)
    return <Cover path={tiles[0] ?? null} name={name} sizes={sizes} className={className} />
  return (
    <span
      className={classNames(
        'grid aspect-square shrink-0 grid-cols-2 overflow-hidden rounded-sm shadow-cover',
        className ?? 'size-12',
      )}
    >
      {tiles.map((path) => (
        <Cover
          key={path}
          path={path}
          name={name}
          sizes={sizes}
          className="size-full rounded-none! shadow-none!"
        />
      ))}
    </span>
  )
}
