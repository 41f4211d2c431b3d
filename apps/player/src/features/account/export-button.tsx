import { Button, showToast } from '@segue/ui'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { errorSentence } from '../../lib/error-sentence.ts'
import { messages } from '../../lib/me-messages.ts'
import { saveFile } from '../../lib/save-file.ts'
import { api } from '../../lib/trpc.ts'

const { me } = messages

/** Gives the listener all that is stored about them, as a file. */
export function ExportButton() {
  const fetchData = useMutation({
    mutationFn: () => api.me.exportData.query(),
    onSuccess: (data) =>
      saveFile(
        me.exportFile(new Date().toISOString().slice(0, 10)),
        JSON.stringify(data, null, 2),
        'application/json',
      ),
    onError: (error) => showToast({ title: errorSentence(error), isProblem: true }),
  })
  return (
    <Button isBusy={fetchData.isPending} onClick={() => fetchData.mutate()}>
      <Download aria-hidden className="size-4" />
      {me.exportData}
    </Button>
  )
}
