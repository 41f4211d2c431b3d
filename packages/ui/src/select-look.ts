import { classNames } from './class-names.ts'
import type { SelectProps } from './select.tsx'

/** How the button of a `Select` looks, before and after what it opens has come. */
export function selectLook({ isActive, isField, className }: SelectProps): string {
  return classNames(
    'inline-flex items-center justify-between gap-2 rounded-md border whitespace-nowrap transition-colors duration-150',
    isField ? 'h-11 w-full border-line-strong bg-surface px-3 text-base text-ink' : filter,
    !isField && (isActive ? active : idle),
    className,
  )
}

const filter = 'h-10 px-3 text-sm font-medium max-sm:gap-1 max-sm:px-2.5'
const active = 'border-accent bg-accent-wash text-ink'
const idle = 'border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink'
