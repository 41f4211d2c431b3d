import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

export interface SelectionBarProps {
  /** How many are chosen, as a sentence. */
  label: string
  clearLabel: string
  onClear(): void
  /** The Delete key takes them out, wherever the focus is but in a field, a window or a menu. */
  onDelete?(): void
  /** What can be done with them. */
  children: ReactNode
}

const takesDelete =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]'

/** Floats above the foot of the window while rows of a list are chosen. */
export function SelectionBar(props: SelectionBarProps) {
  const { label, clearLabel, onClear, onDelete, children } = props
  useEffect(() => {
    if (!onDelete) return
    const press = (event: KeyboardEvent) => {
      const { key, repeat, target } = event
      const isTaken = target instanceof Element && target.closest(takesDelete) !== null
      if (key !== 'Delete' || repeat || isTaken || event.defaultPrevented) return
      event.preventDefault()
      onDelete()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onDelete])
  return (
    <section
      aria-label={label}
      className="fixed inset-x-0 bottom-[calc(var(--bar-height,0px)+var(--nav-height,0px)+1rem)] z-20 mx-auto flex w-fit max-w-[calc(100vw-2rem)] flex-wrap items-center gap-x-2 rounded-lg border border-line bg-raised p-2 pl-4 shadow-popup"
    >
      <p className="mr-2 text-sm font-medium whitespace-nowrap tabular-nums">{label}</p>
      {children}
      <IconButton label={clearLabel} size="sm" onClick={onClear}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </section>
  )
}
