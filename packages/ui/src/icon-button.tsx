import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

const looks = {
  quiet: 'text-ink-soft hover:bg-sunken hover:text-ink',
  solid: 'bg-ink text-canvas hover:bg-accent hover:text-on-accent forced-colors:border',
}

const sizes = { sm: 'size-8', md: 'size-10', lg: 'size-12', xl: 'size-16' }

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What the button does: its accessible name and its tooltip. */
  label: string
  look?: keyof typeof looks
  size?: keyof typeof sizes
}

export function IconButton({
  label,
  look = 'quiet',
  size = 'md',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-full transition-colors duration-150',
        'disabled:cursor-not-allowed disabled:opacity-40 disabled:hover:bg-transparent',
        looks[look],
        sizes[size],
        className,
      )}
    />
  )
}
