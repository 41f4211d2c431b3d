import { askForList, type ListPlace } from '../../lib/track-list.ts'
import type { Track } from '../../lib/track.ts'
import { usePlayer } from './player-store.ts'
import { withOwnOrder, withoutList, withShuffledRest } from './queue-order.ts'
import { continueWith, currentEntry, type Queue, type Repeat } from './queue.ts'
import { newSeed } from './shuffle.ts'
import { isWholly, topUp } from './supply.ts'

const nextRepeat: Record<Repeat, Repeat> = { off: 'all', all: 'one', one: 'off' }

/** Repeats nothing, then everything, then the track that plays, then nothing again. */
export function cycleRepeat(): void {
  usePlayer.setState(({ repeat }) => ({ repeat: nextRepeat[repeat] }))
  void topUp()
}

/** Shuffles what follows the current track, or puts it back into the order of its list. */
export function toggleShuffle(): void {
  const isShuffled = !usePlayer.getState().isShuffled
  usePlayer.setState({ isShuffled })
  if (isShuffled) shuffleRest()
  else restoreOrder()
}

/** Lets the rest of the whole list follow by chance, however little of it has arrived. */
export function shuffleRest(): void {
  const seed = newSeed()
  usePlayer.setState(({ queue }) => ({ queue: withShuffledRest(queue, seed) }))
  const { queue, supply } = usePlayer.getState()
  if (isWholly(supply)) return
  const kept = withoutList(queue, seed).entries.filter(({ isAdded }) => !isAdded)
  void replaceList({ seed }, [...new Set(kept.map(({ item }) => item.id))])
}

function restoreOrder(): void {
  const { queue, supply } = usePlayer.getState()
  const after = lastOfList(queue)?.id
  usePlayer.setState({ queue: withOwnOrder(queue) })
  if (!isWholly(supply)) void replaceList(after === undefined ? {} : { after }, [])
}

/** Puts what the server answers in the place of all that was to come of the list. */
async function replaceList(place: ListPlace, except: string[]): Promise<void> {
  const { supply } = usePlayer.getState()
  const seed = place.seed ?? null
  if (!supply.list) return
  const page = await askForList(supply.list, place).catch(() => null)
  const { queue } = usePlayer.getState()
  // Without an answer what has arrived before plays in the order wished for.
  if (!page || usePlayer.getState().supply !== supply || queue.seed !== seed) return
  const left = new Set([...except, currentEntry(queue)?.item.id])
  const tracks = page.items.filter(({ id, available }) => available && !left.has(id))
  usePlayer.setState({
    queue: continueWith(withoutList(queue, seed), tracks),
    supply: { ...supply, except, cursor: page.nextCursor, after: undefined, isWhole: false },
  })
  await topUp()
}

/** The last track before what is to come that has a place in the list. */
function lastOfList({ entries, position }: Queue<Track>): Track | undefined {
  return entries.slice(0, position + 1).findLast(({ isAdded }) => !isAdded)?.item
}
