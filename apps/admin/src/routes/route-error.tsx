import { ErrorState } from '@segue/ui'
import { useRouter } from '@tanstack/react-router'
import { errorSentence } from '../lib/error-sentence.ts'
import { messages } from '../lib/messages.ts'

/** Stands where a page could not be shown. */
export function RouteError({ error }: { error: unknown }) {
  const router = useRouter()
  return (
    <ErrorState
      title={messages.failedTitle}
      detail={errorSentence(error)}
      retryLabel={messages.retry}
      onRetry={() => void router.invalidate()}
    />
  )
}
