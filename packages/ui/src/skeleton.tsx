import { classNames } from './class-names.ts'

export interface SkeletonProps {
  /** Its size. */
  className?: string
  /** It doesn't pulse: many of them, or short ones, would cost more than they tell. */
  isStill?: boolean
}

/** A grey shape where something is about to be. */
export function Skeleton({ className, isStill = false }: SkeletonProps) {
  return (
    <span
      aria-hidden
      className={classNames('block rounded-sm bg-sunken', !isStill && 'animate-pulse', className)}
    />
  )
}
