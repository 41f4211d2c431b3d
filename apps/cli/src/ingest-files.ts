import { ingestFile, type Ingest } from './ingest-file.ts'
import { pathText } from './path-text.ts'
import type { Progress } from './progress.ts'
import type { Report } from './report.ts'
import type { FoundFile } from './walk.ts'

const parallelFiles = 4

/**
 * Brings files in, a few at a time, in order, and writes down what became of each.
 * @param abort ends what is under way as soon as one file's error ends the run
 */
export async function ingestFiles(
  ingest: Omit<Ingest, 'signal'>,
  files: FoundFile[],
  { report, progress, abort }: { report: Report; progress: Progress; abort: AbortController },
): Promise<void> {
  const { signal } = abort
  const waiting = files.values()
  const work = async () => {
    for (const file of waiting) {
      if (signal.aborted) return
      const step = progress.begin(file.sizeBytes)
      const outcome = await ingestFile({ ...ingest, signal }, file, step.sent)
      report.add(pathText(file.path), outcome)
      step.done()
    }
  }
  const run = async () => {
    try {
      await work()
    } catch (error) {
      if (!signal.aborted) abort.abort(error)
    }
  }
  await Promise.all(Array.from({ length: parallelFiles }, run))
}
