import { onTabMessage } from './tab-room.ts'
import { queries, queryClient, trpc } from './trpc.ts'
import { procedureKey } from './procedure-key.ts'

/** Several changes that come together are one reason to ask again. */
const settleMs = 200

/**
 * Shows what was changed in another tab of this browser.
 * @param onAccount somebody signed in or out there, or changed their account
 */
export function followOtherTabs(onAccount: () => void): void {
  const paths = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onTabMessage((message) => {
    if (message.kind !== 'changed') return
    paths.add(message.path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      void show([...paths], onAccount)
      paths.clear()
    }, settleMs)
  })
}

async function show(paths: readonly string[], onAccount: () => void): Promise<void> {
  if (paths.some((path) => /^(auth|me)\./.test(path))) {
    await queries.auth.session.fetch(undefined, { staleTime: 0 }).catch(() => null)
    onAccount()
    if (!queries.auth.session.getData()?.user) return
  }
  const isPlay = paths.every((path) => path === 'stream.start')
  if (isPlay) return queries.history.invalidate()
  const session = procedureKey(trpc.auth.session, undefined, 'query')
  const own = queryClient.getQueryCache().find({ queryKey: session })
  await queryClient.invalidateQueries({ predicate: (query) => query !== own })
}
