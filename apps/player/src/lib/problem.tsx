import { Button, EmptyState, ErrorState } from '@segue/ui'
import { isUnreachable } from '@segue/web'
import { Link } from '@tanstack/react-router'
import { CloudOff } from 'lucide-react'
import { isCutOff } from './connection.ts'
import { errorSentence } from './error-sentence.ts'
import { messages } from './messages.ts'
import { lastListener } from './offline/last-listener.ts'

const { offline } = messages

export interface ProblemProps {
  error: unknown
  onRetry(): void
  /** 1 where this is all of the page. */
  headingLevel?: 1 | 2
}

/** Stands where something could not be had: it failed, or there is no network and it isn't kept. */
export function Problem({ error, onRetry, headingLevel }: ProblemProps) {
  if (!isUnreachable(error) && !isCutOff()) {
    return (
      <ErrorState
        title={messages.failedTitle}
        detail={errorSentence(error)}
        retryLabel={messages.retry}
        onRetry={onRetry}
      />
    )
  }
  const isSignedIn = lastListener() !== null
  return (
    <div role="alert">
      <EmptyState
        headingLevel={headingLevel}
        icon={<CloudOff />}
        title={isCutOff() ? offline.title : offline.unreachableTitle}
        detail={isSignedIn ? offline.detail : offline.detailSignedOut}
      >
        {isSignedIn && (
          <Link
            to="/offline"
            className="inline-flex h-10 items-center rounded-md bg-accent px-4 text-sm font-semibold text-on-accent hover:bg-accent-hover"
          >
            {offline.whatWorks}
          </Link>
        )}
        <Button onClick={onRetry}>{messages.retry}</Button>
      </EmptyState>
    </div>
  )
}
