import { Button, Dialog, TextField } from '@segue/ui'
import type { FormEvent } from 'react'
import { messages } from '../../lib/messages.ts'
import { longestSleepMinutes, planMinutes } from './sleep-plan.ts'
import { sleep } from './sleep-timer.ts'

const { sleep: words } = messages

export interface SleepDialogProps {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
}

/** Asks in how many minutes the music is to stop. */
export function SleepDialog({ isOpen, onOpenChange }: SleepDialogProps) {
  function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const minutes = Number(new FormData(event.currentTarget).get('minutes'))
    sleep(planMinutes(minutes, Date.now()))
    onOpenChange(false)
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={words.title}
      closeLabel={messages.close}
      className="max-w-sm"
    >
      <form onSubmit={start} className="space-y-5">
        <TextField
          label={words.field}
          name="minutes"
          type="number"
          min={1}
          max={longestSleepMinutes}
          step={1}
          defaultValue="20"
          required
        />
        <div className="flex justify-end">
          <Button type="submit" look="primary">
            {words.start}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
