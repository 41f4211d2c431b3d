import type { Arguments } from './arguments.ts'
import { FolderCovers } from './folder-cover.ts'
import { ingestFiles } from './ingest-files.ts'
import { LoudnessReader } from './loudness/loudness-reader.ts'
import { printable } from './path-text.ts'
import { type Progress, type Screen, startProgress } from './progress.ts'
import { Report } from './report.ts'
import { toRunFailure } from './run-failure.ts'
import { openSession } from './session.ts'
import type { Settings } from './settings.ts'
import { TagReader } from './tags.ts'
import { walk } from './walk.ts'

/**
 * The whole run.
 * @param abort ends it early, by whoever asks
 * @param screen where progress is shown
 * @returns what to print at the end
 * @throws RunFailure
 */
export async function runIngest(
  options: Arguments,
  settings: Settings,
  abort: AbortController,
  screen: Screen,
): Promise<string> {
  let say: Progress['say'] = (line) => void screen.write(`${line}\n`)
  const { files, unreadable } = await walk(options.paths)
  for (const { path, code } of unreadable) say(`${printable(path)}: ${code}`)
  const session = await openSession(
    {
      ...options,
      onWait: ({ seconds }) => say(`The server asks for a pause of ${Math.ceil(seconds)} s.`),
    },
    settings,
  )
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const progress = startProgress({ files: files.length, bytes }, screen)
  say = progress.say
  const report = new Report()
  try {
    await using tags = new TagReader()
    await using reader = options.isMeasured ? new LoudnessReader() : null
    const loudness = reader ?? { measure: async () => null }
    const ingest = { segue: session.segue, tags, loudness, covers: new FolderCovers() }
    await ingestFiles(ingest, files, { report, progress, abort })
  } finally {
    progress.stop()
    await session.close()
  }
  if (!abort.signal.aborted) return options.isJson ? report.toJson() : report.toText()
  screen.write(`${report.toText()}\n`)
  throw toRunFailure(abort.signal.reason, session.url)
}
