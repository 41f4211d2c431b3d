import { Button, formatInstant, showToast, Skeleton } from '@segue/ui'
import { useState } from 'react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { FormProblem } from '../../lib/form-problem.tsx'
import { messages } from '../../lib/me-messages.ts'
import { queries, trpc } from '../../lib/trpc.ts'
import { deviceName } from '../../lib/device-name.ts'

const { me } = messages
/** So many are shown before all are asked for. */
const fewest = 8

/** Where the listener is signed in, and how to end it there. */
export function DeviceList() {
  const [isWhole, setIsWhole] = useState(false)
  const sessions = trpc.auth.sessions.useQuery(undefined, { refetchOnMount: 'always' })
  const revoke = trpc.auth.revokeSession.useMutation({
    onSettled: () => void queries.auth.sessions.invalidate(),
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  if (sessions.isPending) return <Skeleton className="h-12 w-full" />
  if (!sessions.data) return <FormProblem error={sessions.error} />
  const all = sessions.data.toSorted((a, b) => Number(b.current) - Number(a.current))
  const shown = isWhole ? all : all.slice(0, fewest)
  return (
    <ul className="divide-y divide-line">
      {shown.map((session) => {
        const name = deviceName(session)
        const { day, time } = formatInstant(session.lastUsedAt)
        return (
          <li key={session.id} className="flex items-center justify-between gap-4 py-3 first:pt-0">
            <div className="min-w-0">
              <p className="flex items-center gap-2 text-sm font-medium">
                <span className="truncate">{name}</span>
                {session.current && (
                  <span className="shrink-0 rounded-full bg-accent-wash px-2 py-0.5 text-xs font-semibold text-accent">
                    {me.thisDevice}
                  </span>
                )}
              </p>
              <p className="text-sm text-ink-soft">{me.lastUsed(`${day} ${time}`)}</p>
            </div>
            {!session.current && (
              <Button
                aria-label={me.revokeDevice(name)}
                disabled={revoke.isPending}
                onClick={() =>
                  revoke.mutate(
                    { id: session.id },
                    { onSuccess: () => showToast({ title: me.revoked(name) }) },
                  )
                }
              >
                {me.revoke}
              </Button>
            )}
          </li>
        )
      })}
      {all.length > fewest && (
        <li className="pt-3">
          <Button
            look="quiet"
            className="-ml-4"
            aria-expanded={isWhole}
            onClick={() => setIsWhole(!isWhole)}
          >
            {isWhole ? me.fewerDevices : me.allDevices(all.length)}
          </Button>
        </li>
      )}
    </ul>
  )
}
