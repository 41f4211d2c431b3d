import { GripVertical } from 'lucide-react'
import { useEffect, useRef, type ComponentProps } from 'react'

export interface ReorderHandleProps extends ComponentProps<'button'> {
  label: string
  /** The place it is moved to by keyboard; the page follows it there. */
  place: number | null
}

/** What a row is taken by to be moved. */
export function ReorderHandle({ label, place, ...rest }: ReorderHandleProps) {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (place !== null) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [place])
  return (
    <button
      {...rest}
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      onDoubleClick={(event) => event.stopPropagation()}
      className="inline-flex h-10 w-7 touch-none scroll-mt-24 scroll-mb-48 items-center justify-center rounded-sm text-ink-faint select-none hover:text-ink enabled:cursor-grab enabled:active:cursor-grabbing aria-pressed:bg-accent-wash aria-pressed:text-accent"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  )
}
