import { CircleAlert } from 'lucide-react'
import { Button } from './button.tsx'

export interface ErrorStateProps {
  title: string
  /** The sentence that says what went wrong. */
  detail: string
  retryLabel: string
  onRetry?(): void
}

/** Says that something failed and offers to try it again. */
export function ErrorState({ title, detail, retryLabel, onRetry }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-20 text-center">
      <div className="mb-5 flex size-16 items-center justify-center rounded-full bg-danger-wash text-danger">
        <CircleAlert aria-hidden className="size-7" />
      </div>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mt-1 max-w-sm text-sm text-balance text-ink-soft">{detail}</p>
      {onRetry !== undefined && (
        <Button className="mt-6" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  )
}
