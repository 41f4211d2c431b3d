import { classNames } from './class-names.ts'

/** A grey shape where something is about to be. Give it a size by class name. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('block animate-pulse rounded-sm bg-sunken', className)}
    />
  )
}
