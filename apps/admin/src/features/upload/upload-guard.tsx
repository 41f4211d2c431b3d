import { useEffect, useSyncExternalStore } from 'react'
import { trpc } from '../../lib/trpc.ts'
import { clearAll, isAnyUnderWay, onUploadsChange } from './upload-queue.ts'

/** Keeps uploads from being lost by accident, and from whoever signs in next. Stands on every page. */
export function UploadGuard() {
  const userId = trpc.auth.session.useQuery().data?.user?.id
  const isUnderWay = useSyncExternalStore(onUploadsChange, isAnyUnderWay)
  useEffect(() => (userId === undefined ? undefined : clearAll), [userId])
  useEffect(keepDroppedFilesOut, [])
  useEffect(() => (isUnderWay ? askBeforeLeaving() : undefined), [isUnderWay])
  return null
}

/** A file that is dropped where nothing takes it would be opened in place of the app. */
function keepDroppedFilesOut(): () => void {
  const keepOut = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  window.addEventListener('dragover', keepOut)
  window.addEventListener('drop', keepOut)
  return () => {
    window.removeEventListener('dragover', keepOut)
    window.removeEventListener('drop', keepOut)
  }
}

function askBeforeLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
