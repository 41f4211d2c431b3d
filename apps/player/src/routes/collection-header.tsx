import { CoverMosaic, CoverWash, classNames } from '@segue/ui'
import type { ReactNode } from 'react'
import { PageTitle } from '../features/player/page-title.tsx'
import { headingRef } from './page-header.tsx'

export interface CollectionHeaderProps {
  /** What it is: playlist, album, artist. */
  kind: string
  name: string
  covers: readonly string[]
  isRound?: boolean
  /** The page is narrower than most windows: the colours behind fade out at its sides. */
  isNarrow?: boolean
  description?: string | null
  /** Facts in a line; what is null or false is left out. */
  facts: readonly ReactNode[]
  /** How it is played. */
  children?: ReactNode
  /** What else can be done with it; on a phone in a line of its own. */
  tools?: ReactNode
}

/** The head of a page about one thing that has tracks: its picture, its name and what can be done. */
export function CollectionHeader(props: CollectionHeaderProps) {
  const { kind, name, covers, isRound, isNarrow, description, facts, children, tools } = props
  return (
    <header className="relative mb-6 flex items-center gap-4 max-sm:flex-col max-sm:items-stretch md:gap-7">
      <CoverWash
        path={covers[0] ?? null}
        className={classNames(
          '-inset-x-4 -top-24 -bottom-20 md:-inset-x-6',
          isNarrow ? 'lg:mask-x-from-80%' : '2xl:mask-x-from-85%',
        )}
      />
      <PageTitle page={name} />
      <CoverMosaic
        paths={covers}
        name={name}
        sizes="(min-width: 768px) 208px, 176px"
        className={classNames(
          'size-44 max-sm:mx-auto md:size-52',
          isRound ? 'rounded-full!' : 'rounded-lg!',
        )}
      />
      <div className="min-w-0 max-sm:text-center">
        <p className="text-sm font-medium text-ink-soft">{kind}</p>
        <h1
          ref={headingRef}
          tabIndex={-1}
          className="mt-1 line-clamp-3 text-2xl font-bold tracking-tight wrap-anywhere outline-none"
        >
          {name}
        </h1>
        {description && (
          <p className="mt-2 line-clamp-4 max-w-2xl text-sm whitespace-pre-line text-ink-soft wrap-anywhere">
            {description}
          </p>
        )}
        <ul className="mt-2 flex flex-wrap items-center gap-x-2 text-sm text-ink-soft max-sm:justify-center">
          {facts.filter(Boolean).map((fact, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line of words without a state
            <li key={index} className="before:mr-2 before:content-['·'] first:before:hidden">
              {fact}
            </li>
          ))}
        </ul>
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <div className={line}>{children}</div>
          {tools && <div className={line}>{tools}</div>}
        </div>
      </div>
    </header>
  )
}

/** On a phone, what has words fills the line; the round button of a menu stays as it is. */
const line =
  'flex flex-wrap items-center gap-2 max-sm:w-full max-sm:justify-center max-sm:[&>:not([aria-haspopup])]:grow'
