import { showToast } from '@segue/ui'
import { messages } from '../../lib/messages.ts'
import { patiently } from './patience.ts'
import { usePlayer } from './player-store.ts'

let turn = 0
/** The turn whose link is being asked for: nobody asks for the same one twice. */
let askingTurn = -1

/** Every start gets the next number: an answer for an older one comes too late to count. */
export function nextTurn(): void {
  turn += 1
}

/** @returns tells later whether nothing else was begun meanwhile */
export function isSameTurn(): () => boolean {
  const mine = turn
  return () => mine === turn
}

/** A link for this turn is on its way. */
export function isAsking(): boolean {
  return askingTurn === turn
}

/** Tells a start that is sent again, by us or by the browser, from another; none on plain http. */
export function newAttempt(): string | undefined {
  return 'randomUUID' in crypto ? crypto.randomUUID() : undefined
}

/**
 * Asks for a link until it comes, while the listener wants to hear something and nothing else.
 * @param onRefused told when nobody answered for long, or somebody said no
 */
export async function askForLink<Link>(
  ask: () => Promise<Link>,
  onLink: (link: Link) => void,
  onRefused: (error: unknown) => void,
): Promise<void> {
  const mine = turn
  askingTurn = mine
  try {
    const isWanted = () => mine === turn && usePlayer.getState().isPlaying
    const link = await patiently(ask, isWanted, sayReconnecting)
    if (mine !== turn) return
    askingTurn = -1
    onLink(link)
  } catch (error) {
    if (mine !== turn) return
    askingTurn = -1
    onRefused(error)
  }
}

function sayReconnecting(): void {
  showToast({ title: messages.player.reconnecting, isProblem: true })
}
