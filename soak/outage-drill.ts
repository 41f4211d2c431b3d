import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { type Postgres, startPostgres } from '../apps/server/src/embedded/postgres.ts'
import { Account, audio, unlimited } from '../apps/server/src/faults/account.ts'
import { WriteLoad } from '../apps/server/src/faults/write-load.ts'
import { startServer } from '../apps/server/src/test/server-process.ts'
import type { Drill, DrillOptions, DrillResult } from './drill.ts'

/** The server has to serve again, by itself, so soon after the database does. */
const limitMs = 60_000
const loads = 3
const tracksOfLoad = 2

export const outageDrill: Drill = {
  name: 'outage',
  title: 'PostgreSQL stopped and killed under load',
  share: 1,
  run: (options) => new OutageDrill(options).run(),
}

class OutageDrill {
  readonly #options: DrillOptions
  readonly #directory: string
  readonly #violations: string[] = []
  readonly #trackIds: string[] = []
  #url = ''
  #counts = { stops: 0, kills: 0, plays: 0, entries: 0, marks: 0, refused: 0 }
  #longestOutageMs = 0
  #slowestRecoveryMs = 0

  constructor(options: DrillOptions) {
    this.#options = options
    this.#directory = join(options.folder, 'postgres')
  }

  async run(): Promise<DrillResult> {
    const end = Date.now() + this.#options.seconds * 1000
    let postgres = await startPostgres({ directory: this.#directory })
    const DATA_DIR = join(this.#options.folder, 'data')
    const server = await startServer({
      settings: { ...unlimited, DATA_DIR, DATABASE_URL: postgres.url, LOG_LEVEL: 'fatal' },
    })
    this.#url = server.url
    try {
      await this.#addTracks()
      do postgres = await this.#round(postgres)
      while (Date.now() < end)
      await this.#expectEverything()
    } catch (error) {
      this.#violations.push(`it broke off: ${(error as Error).message}`)
    }
    await server.stop()
    await postgres.stop()
    return { figures: this.#figures(), violations: this.#violations }
  }

  async #addTracks(): Promise<void> {
    const admin = await Account.admin(this.#url)
    for (let number = 0; number < loads * tracksOfLoad; number++)
      this.#trackIds.push(await admin.addTrack(audio(number)))
  }

  /** Load, outage, load again; then what was acknowledged is looked for. */
  async #round(postgres: Postgres): Promise<Postgres> {
    const { random } = this.#options
    const running = await this.#beginLoads()
    const acknowledged = () => running.reduce((sum, load) => sum + load.acknowledged, 0)
    await progress(acknowledged, random.between(20, 200))
    const gone = Date.now()
    await this.#end(postgres)
    await wait(random.between(0, 6_000))
    await this.#expectReady('not ready: database\n')
    const port = Number(new URL(postgres.url).port)
    const again = await startPostgres({ directory: this.#directory, port })
    const back = Date.now()
    await progress(acknowledged, 1)
    this.#slowestRecoveryMs = Math.max(this.#slowestRecoveryMs, Date.now() - back)
    this.#longestOutageMs = Math.max(this.#longestOutageMs, back - gone)
    await progress(acknowledged, random.between(20, 200))
    await this.#expectReady('ready\n')
    for (const load of running) await this.#settle(load)
    return again
  }

  /** Each signs in anew, since no token outlives a long drill, and has tracks of its own. */
  async #beginLoads(): Promise<WriteLoad[]> {
    const running: WriteLoad[] = []
    for (let number = 0; number < loads; number++) {
      const first = number * tracksOfLoad
      const own = this.#trackIds.slice(first, first + tracksOfLoad)
      running.push(await WriteLoad.begin(await Account.admin(this.#url), own))
    }
    return running
  }

  async #end(postgres: Postgres): Promise<void> {
    if (this.#counts.stops <= this.#counts.kills) {
      this.#counts.stops += 1
      return postgres.stop()
    }
    this.#counts.kills += 1
    const lock = await readFile(join(this.#directory, 'data/postmaster.pid'), 'utf8')
    process.kill(Number(lock.split('\n')[0]), 'SIGKILL')
    return postgres.ended
  }

  async #expectReady(wanted: string): Promise<void> {
    const found = await (await fetch(`${this.#url}/readyz`)).text()
    if (found !== wanted)
      this.#violations.push(`/readyz says ${found.trim()} instead of ${wanted.trim()}`)
    if (!(await fetch(`${this.#url}/healthz`)).ok) this.#violations.push('/healthz is not ok')
  }

  async #settle(load: WriteLoad): Promise<void> {
    await load.stop()
    const counts = this.#counts
    counts.plays += load.plays.length
    counts.entries += load.entries
    counts.marks += load.marked
    counts.refused += load.failed
    for (const [reason, count] of load.refusals)
      if (reason !== 'database_unavailable')
        this.#violations.push(`${count} calls were refused as ${reason}`)
    if (load.unanswered > 0) this.#violations.push(`${load.unanswered} calls got no answer`)
    for (const loss of await load.losses()) this.#violations.push(`lost: ${loss}`)
  }

  /** What one round found is still there after all others. */
  async #expectEverything(): Promise<void> {
    const admin = await Account.admin(this.#url)
    const history = await admin.list('history.list')
    if (history.length < this.#counts.plays)
      this.#violations.push(`${history.length} plays are left of ${this.#counts.plays}`)
    const playlists = await admin.list<{ trackCount: number }>('playlists.list')
    const entries = playlists.reduce((sum, { trackCount }) => sum + trackCount, 0)
    if (entries < this.#counts.entries)
      this.#violations.push(`${entries} entries of playlists are left of ${this.#counts.entries}`)
  }

  #figures(): DrillResult['figures'] {
    const { stops, kills, plays, entries, marks, refused } = this.#counts
    return [
      ['clean stops', stops],
      ['kills', kills],
      ['plays acknowledged, all there', plays],
      ['entries of playlists acknowledged, all there', entries],
      ['marks of favourites acknowledged, the last of each there', marks],
      ['calls refused as database_unavailable', refused],
      ['longest outage', `${(this.#longestOutageMs / 1000).toFixed(1)} s`],
      ['slowest first answer after it', `${(this.#slowestRecoveryMs / 1000).toFixed(1)} s`],
    ]
  }
}

/** Resolves when so many more writes are acknowledged. */
async function progress(acknowledged: () => number, more: number): Promise<void> {
  const goal = acknowledged() + more
  const limit = Date.now() + limitMs
  while (acknowledged() < goal) {
    if (Date.now() > limit) throw new Error(`no ${more} writes within ${limitMs / 1000} s`)
    await wait(5)
  }
}
