import { useState } from 'react'
import { classNames } from './class-names.ts'
import { coverSource } from './cover-source.ts'

export interface AvatarProps {
  /** The image's path, or null where there is none. */
  path: string | null
  /** Whose it is: the first letter stands where there is no image. */
  name: string
  /** How wide it is shown, as in the `sizes` of an image. */
  sizes?: string
  /** Its size, and that of its letter. */
  className?: string
}

/** A round picture of a person. It is decoration: the name beside it is what a screen reader reads. */
export function Avatar({ path, name, sizes = '32px', className }: AvatarProps) {
  const [failedPath, setFailedPath] = useState<string | null>(null)
  const box = classNames('shrink-0 rounded-full', className ?? 'size-8 text-sm')
  if (path === null || path === failedPath) {
    return (
      // Not as text: it would have to be a part of the name of what it stands in (WCAG 2.5.3).
      <span
        aria-hidden
        data-letter={firstLetter(name)}
        className={classNames(
          'inline-flex items-center justify-center bg-accent-wash font-semibold text-accent uppercase select-none before:content-[attr(data-letter)]',
          box,
        )}
      />
    )
  }
  return (
    <img
      {...coverSource(path)}
      sizes={sizes}
      alt=""
      decoding="async"
      draggable={false}
      onError={() => setFailedPath(path)}
      className={classNames('block bg-sunken object-cover', box)}
    />
  )
}

/** What a reader takes for one letter, whatever number of code points it is made of. */
function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim())
  return first?.segment ?? ''
}
