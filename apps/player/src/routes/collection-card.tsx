import { classNames, CoverMosaic } from '@segue/ui'
import { Link, type LinkProps } from '@tanstack/react-router'

export interface CollectionCardProps {
  link: Pick<LinkProps, 'to' | 'params' | 'search'>
  covers: readonly string[]
  name: string
  detail: readonly (string | false | null)[]
  /** A person's or a group's picture is round. */
  isRound?: boolean
}

/** A playlist, an album or an artist among others: its picture, its name and some words. */
export function CollectionCard({ link, covers, name, detail, isRound }: CollectionCardProps) {
  return (
    <Link {...link} className="group block rounded-md">
      <CoverMosaic
        paths={covers}
        name={name}
        sizes="(min-width: 640px) 200px, 45vw"
        className={classNames(
          'aspect-square w-full transition-opacity duration-150 group-hover:opacity-85',
          isRound ? 'rounded-full!' : 'rounded-md!',
        )}
      />
      <p className="mt-2.5 truncate text-sm font-semibold group-hover:underline">{name}</p>
      <p className="min-h-[1lh] truncate text-sm text-ink-soft">
        {detail.filter(Boolean).join(' · ')}
      </p>
    </Link>
  )
}
