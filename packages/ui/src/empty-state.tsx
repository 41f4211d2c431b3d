import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon: ReactNode
  title: string
  detail?: string
  /** 1 where this is all of the page. */
  headingLevel?: 1 | 2
  /** What one can do about it. */
  children?: ReactNode
}

/** Says that there is nothing here, and what would fill it. */
export function EmptyState({ icon, title, detail, headingLevel = 2, children }: EmptyStateProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2'
  return (
    <div className="flex flex-col items-center px-6 py-20 text-center">
      <div
        aria-hidden
        className="mb-5 flex size-16 items-center justify-center rounded-full bg-sunken text-ink-faint [&>svg]:size-7"
      >
        {icon}
      </div>
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {detail !== undefined && (
        <p className="mt-1 max-w-sm text-sm text-balance text-ink-soft">{detail}</p>
      )}
      {children !== undefined && <div className="mt-6 flex flex-wrap gap-3">{children}</div>}
    </div>
  )
}
