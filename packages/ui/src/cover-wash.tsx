import { classNames } from './class-names.ts'
import { coverSource } from './cover-source.ts'

export interface CoverWashProps {
  /** The image's path; nothing is drawn where there is none. */
  path: string | null
  className?: string
}

/**
 * The colours of a cover without its picture, behind what stands on it. So faint that the contrast
 * of the text above stays what the tokens give it.
 */
export function CoverWash({ path, className }: CoverWashProps) {
  if (path === null) return null
  return (
    <div
      aria-hidden
      className={classNames(
        'pointer-events-none absolute -z-10 overflow-hidden mask-b-from-10%',
        className ?? 'inset-0',
      )}
    >
      <img
        key={path}
        src={coverSource(path, 96).src}
        alt=""
        decoding="async"
        draggable={false}
        className="size-full scale-125 object-cover opacity-22 blur-3xl saturate-150"
      />
    </div>
  )
}
