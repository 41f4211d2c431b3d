import { EventEmitter, once } from 'node:events'

import { result } from '../test/calls.ts'
import { type Account, reasonOf } from './account.ts'

const lanes = 6

/** Writes of several kinds, as fast as the server takes them, and what it said to each. */
export class WriteLoad {
  readonly #by: Account
  readonly #trackIds: string[]
  readonly #playlistId: string
  readonly #changes = new EventEmitter()
  #isOver = false
  readonly #running: Promise<unknown>
  /** Plays the server said are in the history. */
  readonly plays: string[] = []
  /** Entries the server said are in the playlist. */
  entries = 0
  /** Track -> what its mark is by the last answer; null while a call that failed may have set it. */
  readonly marks = new Map<string, boolean | null>()
  marked = 0
  /** Refusal -> how often. */
  readonly refusals = new Map<string, number>()
  /** Connections that broke before an answer came. */
  unanswered = 0

  private constructor(by: Account, trackIds: string[], playlistId: string) {
    this.#by = by
    this.#trackIds = trackIds
    this.#playlistId = playlistId
    this.#running = Promise.all(Array.from({ length: lanes }, (_, lane) => this.#run(lane)))
  }

  /** Begins at once, with a new playlist of that account. */
  static async begin(by: Account, trackIds: string[]): Promise<WriteLoad> {
    const made = await by.mutate('playlists.create', { name: 'Under load' })
    const { id } = await result<{ id: string }>(made)
    return new WriteLoad(by, trackIds, id)
  }

  get acknowledged(): number {
    return this.plays.length + this.entries + this.marked
  }

  get failed(): number {
    return this.unanswered + [...this.refusals.values()].reduce((sum, count) => sum + count, 0)
  }

  /** Resolves when the condition holds; looked at after each answer. */
  async until(holds: (load: WriteLoad) => boolean): Promise<void> {
    while (!holds(this)) await once(this.#changes, 'answer')
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await this.#running
  }

  /**
   * Compares what was acknowledged with what is there.
   * @param by who looks: the same user, where the server has moved
   * @returns what is missing, in words; empty when nothing was lost
   */
  async losses(by = this.#by): Promise<string[]> {
    const history = await by.list<{ playId: string }>('history.list')
    const kept = new Set(history.map(({ playId }) => playId))
    const lost = this.plays.filter((playId) => !kept.has(playId)).map((id) => `play ${id}`)
    const entries = await by.list<{ entryId: string }>('playlists.tracks', {
      id: this.#playlistId,
    })
    const ids = new Set(entries.map(({ entryId }) => entryId))
    if (ids.size !== entries.length) lost.push('an entry stands twice in the playlist')
    if (ids.size < this.entries) lost.push(`${this.entries - ids.size} entries of the playlist`)
    return [...lost, ...(await this.#lostMarks(by))]
  }

  async #lostMarks(by: Account): Promise<string[]> {
    const favorites = await by.list<{ track: { id: string } }>('favorites.list')
    const marked = new Set(favorites.map(({ track }) => track.id))
    const known = [...this.marks].filter(([, favorite]) => favorite !== null)
    return known
      .filter(([trackId, favorite]) => marked.has(trackId) !== favorite)
      .map(([trackId, favorite]) => `mark ${favorite} of ${trackId}`)
  }

  async #run(lane: number): Promise<void> {
    for (let turn = 0; !this.#isOver; turn++) {
      const trackId = this.#trackIds[turn % this.#trackIds.length] ?? ''
      try {
        if (lane % 3 === 0) await this.#play(trackId)
        else if (lane % 3 === 1) await this.#add(trackId)
        else await this.#mark(this.#trackIds[(lane - 2) / 3] ?? '', turn % 2 === 0)
      } catch {
        this.unanswered += 1
      }
      this.#changes.emit('answer')
    }
  }

  async #play(trackId: string): Promise<void> {
    const answer = await this.#by.mutate('stream.start', { trackId })
    if (answer.ok) this.plays.push((await result<{ playId: string }>(answer)).playId)
    else await this.#refused(answer)
  }

  async #add(trackId: string): Promise<void> {
    const input = { id: this.#playlistId, trackIds: [trackId] }
    const answer = await this.#by.mutate('playlists.add', input)
    if (answer.ok) this.entries += (await result<{ added: number }>(answer)).added
    else await this.#refused(answer)
  }

  /** Each lane has a track of its own, or nobody would know whose answer was the last. */
  async #mark(trackId: string, favorite: boolean): Promise<void> {
    this.marks.set(trackId, null)
    const answer = await this.#by.mutate('favorites.set', { trackId, favorite })
    if (!answer.ok) return this.#refused(answer)
    this.marks.set(trackId, (await result<{ favorite: boolean }>(answer)).favorite)
    this.marked += 1
  }

  async #refused(answer: Response): Promise<void> {
    const reason = (await reasonOf(answer)) ?? ''
    this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1)
  }
}
