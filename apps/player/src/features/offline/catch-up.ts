import { useConnection } from '../../lib/connection.ts'
import { hasKept } from '../../lib/offline/has-kept.ts'
import { queries } from '../../lib/trpc.ts'

/** Makes up for the time without the network, whenever there is one again. */
export function catchUpWhenOnline(): void {
  useConnection.subscribe((now, before) => {
    if (!now.isOnline || before.isOnline) return
    void queries.auth.session.invalidate()
    void catchUp()
  })
  if (document.readyState === 'complete') void catchUp()
  else globalThis.addEventListener('load', () => void catchUp())
}

/** Tells the server what was played without it, and follows what has changed there. */
async function catchUp(): Promise<void> {
  if (!hasKept()) return
  await Promise.all(
    [tell(), follow()].map((done) =>
      done.catch(() => {
        // Nobody answers yet: the next time the network is back.
      }),
    ),
  )
}

async function tell(): Promise<void> {
  const { tellPlays } = await import('../../lib/offline/kept-plays.ts')
  if ((await tellPlays()) > 0) void queries.history.invalidate()
}

async function follow(): Promise<void> {
  const { refreshKept } = await import('../../lib/offline/follow.ts')
  await refreshKept()
}
