import { LoaderCircle } from 'lucide-react'
import { classNames } from './class-names.ts'

/** A turning ring. Says nothing to a screen reader: put words beside it or `aria-busy` around it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={classNames('animate-spin', className ?? 'size-5')} />
}
