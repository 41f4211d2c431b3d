import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover forced-colors:border',
  secondary: 'border border-line bg-surface text-ink hover:border-line-strong hover:bg-sunken',
  danger: 'bg-danger text-on-accent hover:bg-danger-hover forced-colors:border',
  quiet: 'text-ink-soft hover:bg-sunken hover:text-ink',
}

const sizes = { md: 'h-10 px-4 text-sm', lg: 'h-11 px-5 text-base' }

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks
  size?: keyof typeof sizes
  /** Shows a spinner and refuses clicks; the name stays readable. */
  isBusy?: boolean
}

export function Button({
  look = 'secondary',
  size = 'md',
  isBusy = false,
  type = 'button',
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- 'button' unless the caller says otherwise
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-semibold whitespace-nowrap transition-colors duration-150',
        'disabled:cursor-not-allowed disabled:opacity-55',
        sizes[size],
        looks[look],
        className,
      )}
    >
      {isBusy && <Spinner className="size-4" />}
      {children}
    </button>
  )
}
