import { classNames, formatDuration, IconButton, Menu, spokenDuration } from '@segue/ui'
import { Check, Moon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { messages } from '../../lib/messages.ts'
import { useCurrentTrack } from './player-store.ts'
import { planMinutes, sleepMinutes, type SleepPlan } from './sleep-plan.ts'
import { sleep, useSleepTimer } from './sleep-timer.ts'

const SleepDialog = lazy(async () => {
  const { SleepDialog } = await import('./sleep-dialog.tsx')
  return { default: SleepDialog }
})

const { sleep: words } = messages

/** Sets the sleep timer, shows the time left and turns it off. */
export function SleepMenu({ className }: { className?: string }) {
  const plan = useSleepTimer((timer) => timer.plan)
  const seconds = useSleepTimer((timer) => timer.secondsLeft)
  const hasTrack = useCurrentTrack() !== undefined
  const [asks, setAsks] = useState<boolean | null>(null)
  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={labelOf(plan, seconds)}
            size="sm"
            disabled={!hasTrack && !plan}
            className={classNames(
              className,
              seconds !== null && 'w-auto gap-1.5 px-2 text-xs tabular-nums',
            )}
          >
            <Moon
              aria-hidden
              className={classNames('size-[1.125rem] shrink-0', plan && 'fill-accent text-accent')}
            />
            {seconds !== null && (
              <span className="md:max-lg:hidden">{formatDuration(seconds * 1000)}</span>
            )}
          </IconButton>
        }
        items={[
          ...sleepMinutes.map((minutes) => ({
            label: words.minutes(minutes),
            onSelect: () => sleep(planMinutes(minutes, Date.now())),
          })),
          { label: words.custom, onSelect: () => setAsks(true) },
          ...(['track', 'queue'] as const).map((until) => ({
            label: words[until],
            icon: plan?.until === until && <Check aria-hidden className="size-4 text-accent" />,
            onSelect: () => sleep({ until }),
          })),
          ...(plan ? [{ label: words.off, onSelect: () => sleep(null) }] : []),
        ]}
      />
      {asks !== null && (
        <Suspense>
          <SleepDialog isOpen={asks} onOpenChange={setAsks} />
        </Suspense>
      )}
    </>
  )
}

/** Minutes are enough where the name of the button is read aloud. */
function labelOf(plan: SleepPlan | null, seconds: number | null): string {
  if (!plan) return words.title
  if (seconds === null) return words.waiting
  return words.active(spokenDuration(seconds < 60 ? seconds : Math.ceil(seconds / 60) * 60))
}
