import { Button, showToast } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/messages.ts'
import { api } from '../../lib/trpc.ts'

const { me } = messages

/** Gives the listener all that is stored about them, as a file. */
export function ExportButton() {
  const fetchData = useMutation({
    mutationFn: () => api.me.exportData.query(),
    onSuccess: (data) => save(JSON.stringify(data, null, 2)),
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  return (
    <Button isBusy={fetchData.isPending} onClick={() => fetchData.mutate()}>
      <Download aria-hidden className="size-4" />
      {me.exportData}
    </Button>
  )
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = me.exportFile(new Date().toISOString().slice(0, 10))
  link.click()
  // Not before the browser has taken hold of it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
