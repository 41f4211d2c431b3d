import { SingleBar } from 'cli-progress'

import { formatBytes, formatDuration, Pace } from './pace.ts'

const lineEveryMs = 5_000
const drawEveryMs = 200

/** One file on its way. */
export interface Step {
  /** @param bytes that have gone so far */
  sent(bytes: number): void
  /** Whatever became of it. */
  done(): void
}

export interface Progress {
  begin(sizeBytes: number): Step
  /** Something to tell without disturbing the bar. */
  say(line: string): void
  stop(): void
}

/** Usually the standard error output. */
export interface Screen extends NodeJS.WritableStream {
  isTTY?: boolean
}

interface Totals {
  files: number
  bytes: number
}

/** A bar on a terminal; elsewhere a line now and then. */
export function startProgress(total: Totals, out: Screen): Progress {
  const done: Totals = { files: 0, bytes: 0 }
  const pace = new Pace()
  const show = out.isTTY ? showBar(total, out) : showLines(out)
  const refresh = () => {
    pace.add(done.bytes)
    show.update(done, describe(done, total, pace))
  }
  const timer = setInterval(refresh, out.isTTY ? drawEveryMs : lineEveryMs)
  refresh()
  return {
    begin(sizeBytes) {
      let counted = 0
      const count = (bytes: number) => {
        done.bytes += bytes - counted
        counted = bytes
      }
      const end = () => {
        count(sizeBytes)
        done.files += 1
      }
      return { sent: count, done: end }
    },
    say: show.say,
    stop() {
      clearInterval(timer)
      refresh()
      show.stop()
    },
  }
}

/** `120 of 2000 files, 1.2 GB of 20 GB, 34 MB/s, 9 min left` */
export function describe(done: Totals, total: Totals, { bytesPerSecond }: Pace): string {
  const left = (total.bytes - done.bytes) / bytesPerSecond
  return [
    `${done.files} of ${total.files} files`,
    `${formatBytes(done.bytes)} of ${formatBytes(total.bytes)}`,
    `${formatBytes(bytesPerSecond)}/s`,
    `${formatDuration(done.bytes < total.bytes ? left : 0)} left`,
  ].join(', ')
}

interface Show {
  update(done: Totals, text: string): void
  say(line: string): void
  stop(): void
}

function showBar(total: Totals, out: Screen): Show {
  const bar = new SingleBar({
    stream: out,
    format: '{bar} {text}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    gracefulExit: false,
  })
  bar.start(Math.max(1, total.bytes), 0, { text: '' })
  return {
    update: (done, text) => bar.update(done.bytes, { text }),
    say: (line) => void out.write(`\r\u001b[K${line}\n`),
    stop: () => bar.stop(),
  }
}

function showLines(out: Screen): Show {
  const say = (line: string) => void out.write(`${line}\n`)
  return { update: (_, text) => say(text), say, stop() {} }
}
