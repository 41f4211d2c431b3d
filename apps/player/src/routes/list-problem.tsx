import { Button } from '@segue/ui'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'

export interface ListProblemProps {
  error: unknown
  isBusy: boolean
  onRetry(): void
}

/** Stands under the rows there are, where fresh ones or further ones could not be had. */
export function ListProblem({ error, isBusy, onRetry }: ListProblemProps) {
  return (
    <div role="alert" className="flex flex-wrap items-center justify-center gap-4 p-6 text-sm">
      <p className="text-ink-soft">{errorSentence(error)}</p>
      <Button isBusy={isBusy} onClick={onRetry}>
        {messages.retry}
      </Button>
    </div>
  )
}
