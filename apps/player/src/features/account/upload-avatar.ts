import { api } from '../../lib/trpc.ts'

/**
 * Sends a picture straight to the store.
 * @returns the upload's id, for `me.update`
 */
export async function uploadAvatar(file: File): Promise<string> {
  const link = await api.me.presignAvatar.mutate({
    contentType: file.type,
    sizeBytes: file.size,
  })
  const { ok, status } = await fetch(link.url, {
    method: 'PUT',
    headers: link.headers,
    body: file,
    credentials: 'omit',
  })
  if (!ok) throw new Error(`The store answered ${status} to the picture`)
  return link.uploadId
}
