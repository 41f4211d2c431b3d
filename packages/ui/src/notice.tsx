import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface NoticeProps {
  className?: string
  children: ReactNode
}

/** A warning beside what it is about; said aloud when it appears. */
export function Notice({ className, children }: NoticeProps) {
  return (
    <p
      role="alert"
      className={classNames('flex gap-2.5 rounded-md bg-accent-wash p-3 text-sm', className)}
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
      {children}
    </p>
  )
}
