import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { createOrm } from '@segue/api'
import { createSegue, type Segue } from '@segue/client'

import { startPostgres } from '../apps/server/src/embedded/postgres.ts'
import { Account, adminPassword, unlimited } from '../apps/server/src/faults/account.ts'
import { WriteLoad } from '../apps/server/src/faults/write-load.ts'
import { startServer } from '../apps/server/src/test/server-process.ts'
import type { Drill, DrillOptions, DrillResult } from './drill.ts'
import { compareLibrary, examine, listLibrary } from './library.ts'
import { storeKeys } from './store-keys.ts'
import { type Step, Uploads } from './uploads.ts'

const lanes = 4
const imagesOfCover = 3
/** The sweep leaves an open upload in peace for a day and an hour. */
const age = '26 hours'
const sweepLimitMs = 60_000
/** Tracks of earlier rounds that are listened to again in each. */
const oldOnes = 5

const tracksOfLoad = 2

const credentials = { email: 'admin@segue.localhost', password: adminPassword }

export const crashDrill: Drill = {
  name: 'crash',
  title: 'kill -9 of the server at any moment of uploads and other writes',
  share: 2,
  run: (options) => new CrashDrill(options).run(),
}

type Server = Awaited<ReturnType<typeof startServer>>

class CrashDrill {
  readonly #options: DrillOptions
  readonly #dataDir: string
  readonly #uploads: Uploads
  readonly #violations: string[] = []
  readonly #examined = new Set<string>()
  readonly #killedAt = new Map<Step, number>()
  #rounds = 0
  #written = 0
  #slowestStartMs = 0

  constructor(options: DrillOptions) {
    this.#options = options
    this.#dataDir = join(options.folder, 'data')
    this.#uploads = new Uploads(options.random)
  }

  async run(): Promise<DrillResult> {
    const end = Date.now() + this.#options.seconds * 1000
    let server = await this.#start()
    try {
      await this.#uploads.send(await signIn(server.url), tracksOfLoad)
      do {
        const writes = await this.#killUnderLoad(server)
        server = await this.#start()
        await this.#check(server)
        await this.#settle(writes, server)
        this.#rounds += 1
        if (this.#rounds % 10 === 0) this.#options.say(`  ${this.#rounds} rounds`)
      } while (Date.now() < end)
      await this.#stop(server)
      return this.#result(await this.#sweepADayLater())
    } finally {
      await server.stop()
    }
  }

  /** Makes every upload a day older, and starts again: what is over is swept then. */
  async #sweepADayLater(): Promise<DrillResult['figures']> {
    await this.#ageUploads()
    const server = await this.#start()
    try {
      const figures = await this.#checkSweep(server)
      this.#examined.clear()
      await this.#check(server)
      return figures
    } finally {
      await this.#stop(server)
    }
  }

  async #ageUploads(): Promise<void> {
    const postgres = await startPostgres({ directory: join(this.#dataDir, 'postgres') })
    const orm = await createOrm({ url: postgres.url, poolSize: 1 })
    await orm.em.execute(`update uploads set expires_at = expires_at - interval '${age}'`)
    await orm.close()
    await postgres.stop()
  }

  /** What the server logged as an error is a violation. */
  async #stop(server: Server): Promise<void> {
    await server.stop()
    this.#readLog(server)
  }

  #readLog(server: Server): void {
    const errors = server.output().matchAll(/^\{"level":[56]0.*$/gm)
    for (const [line] of errors) this.#violations.push(`in the log: ${line.slice(0, 500)}`)
  }

  async #start(): Promise<Server> {
    const began = performance.now()
    const server = await startServer({
      settings: {
        ...unlimited,
        DATA_DIR: this.#dataDir,
        LOG_LEVEL: 'warn',
      },
    })
    this.#slowestStartMs = Math.max(this.#slowestStartMs, performance.now() - began)
    return server
  }

  /** Lets some recordings through, and then a moment pass. @returns what was written besides */
  async #killUnderLoad(server: Server): Promise<WriteLoad> {
    const { url, child, exit } = server
    const { random } = this.#options
    const { underWay } = this.#uploads
    const segue = await signIn(url)
    const stop = new AbortController()
    const lane = () => this.#uploads.sendUntil(segue, stop.signal)
    const writes = await this.#beginWrites(url)
    const sending = Promise.all(Array.from({ length: lanes }, lane))
    const goal = this.#uploads.acknowledged.length + random.between(0, 8)
    while (underWay.size > 0 && this.#uploads.acknowledged.length < goal) await wait(1)
    await wait(random.between(0, 300))
    for (const { step } of underWay) this.#killedAt.set(step, (this.#killedAt.get(step) ?? 0) + 1)
    child.kill('SIGKILL')
    stop.abort()
    await Promise.all([exit, sending, writes.stop()])
    this.#readLog(server)
    return writes
  }

  /** Plays, entries of a playlist and marks of favourites. */
  async #beginWrites(url: string): Promise<WriteLoad> {
    const trackIds = this.#uploads.acknowledged.flatMap(({ trackId }) => trackId ?? [])
    return WriteLoad.begin(await Account.admin(url), trackIds.slice(-tracksOfLoad))
  }

  async #settle(writes: WriteLoad, { url }: Server): Promise<void> {
    this.#written += writes.acknowledged
    for (const [reason, count] of writes.refusals)
      this.#violations.push(`${count} writes were refused as ${reason}`)
    for (const loss of await writes.losses(await Account.admin(url)))
      this.#violations.push(`lost: ${loss}`)
  }

  /** Listens to what is new in the library, and to a few others again. */
  async #check({ url }: Server): Promise<void> {
    const segue = await signIn(url)
    const { attempts } = this.#uploads
    const tracks = await listLibrary(segue)
    this.#violations.push(...compareLibrary(tracks, attempts))
    const byTitle = new Map(attempts.map((attempt) => [attempt.recording.title, attempt]))
    const known = tracks.filter(({ id }) => this.#examined.has(id))
    const chosen = new Set(tracks.filter(({ id }) => !this.#examined.has(id)))
    for (let count = 0; count < Math.min(oldOnes, known.length); count++) {
      const one = known[this.#options.random.between(0, known.length - 1)]
      if (one) chosen.add(one)
    }
    for (const track of chosen) {
      const attempt = byTitle.get(track.title)
      if (attempt) this.#violations.push(...(await examine(segue, url, track, attempt)))
      this.#examined.add(track.id)
    }
  }

  /** A day later the store holds what tracks use, and nothing else. */
  async #checkSweep({ url }: Server): Promise<DrillResult['figures']> {
    const tracks = await listLibrary(await signIn(url))
    const covers = tracks.filter(({ coverUrl }) => coverUrl !== null).length
    const wanted = { audio: tracks.length, covers: covers * imagesOfCover, uploads: 0 }
    let found = count(await storeKeys(this.#dataDir, url))
    const limit = Date.now() + sweepLimitMs
    while (!isSame(found, wanted) && Date.now() < limit) {
      await wait(500)
      found = count(await storeKeys(this.#dataDir, url))
    }
    if (!isSame(found, wanted))
      this.#violations.push(
        `after the sweep the store holds ${JSON.stringify(found)}, in use are ${JSON.stringify(wanted)}`,
      )
    return [['objects in use', found.audio + found.covers]]
  }

  #result(more: DrillResult['figures']): DrillResult {
    const { attempts, acknowledged, violations } = this.#uploads
    const kills = [...this.#killedAt].map(([step, count]) => `${step} ${count}`).join(', ')
    return {
      figures: [
        ['kills', this.#rounds],
        ['under way when killed', kills],
        ['recordings sent', attempts.length],
        ['acknowledged, all of them there and played through', acknowledged.length],
        ['whole without an acknowledgement', this.#examined.size - acknowledged.length],
        ['cut off for good', attempts.length - this.#examined.size],
        ['plays, entries of playlists and marks acknowledged, all there', this.#written],
        ['slowest start', `${(this.#slowestStartMs / 1000).toFixed(1)} s`],
        ...more,
      ],
      violations: [...violations, ...this.#violations],
    }
  }
}

type Counts = Record<'audio' | 'covers' | 'uploads', number>

function count(keys: string[]): Counts {
  const of = (folder: string) => keys.filter((key) => key.startsWith(`${folder}/`)).length
  return { audio: of('audio'), covers: of('covers'), uploads: of('uploads') }
}

function isSame(found: Counts, wanted: Counts): boolean {
  return JSON.stringify(found) === JSON.stringify(wanted)
}

/** A client that holds a live token: what it does next is the call alone. */
async function signIn(url: string): Promise<Segue> {
  const segue = createSegue({ url, ...credentials })
  await segue.me.get.query()
  return segue
}
