import { showToast } from '@segue/ui'
import { messages } from '../../lib/messages.ts'

/** Makes playlists of chosen or dropped files; what reads them is loaded by then. */
export function startImport(list: FileList | null): void {
  const files = [...(list ?? [])]
  import('./import-playlists.ts')
    .then(({ importPlaylists }) => importPlaylists(files))
    .catch(() => showToast({ title: messages.unreachable, isProblem: true }))
}
