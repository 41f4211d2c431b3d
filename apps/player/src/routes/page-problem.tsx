import { errorData } from '@segue/web'
import { Problem } from '../lib/problem.tsx'
import { NotFound } from './not-found.tsx'

/** Stands where what a page is about could not be had, or is not there. */
export function PageProblem({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const reason = errorData(error)?.reason
  // An address that is no id was never one of a page.
  if (reason === 'not_found' || reason === 'input_invalid') return <NotFound />
  return <Problem error={error} onRetry={onRetry} />
}
