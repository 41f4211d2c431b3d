import type { RouterOutputs } from '@segue/api'
import { create } from 'zustand'
import type { Playlist } from '../../lib/playlist.ts'
import type { FileEntry, PlaylistFile } from './files/playlist-file.ts'
import type { FileProblem } from './files/read-playlist-file.ts'

export type Match = RouterOutputs['tracks']['match']['matches'][number]

/** One file on its way to a playlist. */
export interface ImportJob {
  key: number
  fileName: string
  /** Why it is none, or what went wrong; null while all is well. */
  problem: FileProblem | { error: unknown } | null
  file: PlaylistFile | null
  /** For the file's entries, in its order, as far as the library was asked. */
  matches: Match[]
  isOver: boolean
  /** null until a track is found. */
  playlist: Playlist | null
  /** The playlist's entry that each of the file's became, or null. */
  placed: (string | null)[]
}

export interface MissingEntry {
  index: number
  entry: FileEntry
}

interface ImportJobs {
  isOpen: boolean
  jobs: readonly ImportJob[]
}

/** The files that are being imported, or were, as the dialog shows them. */
export const useImportJobs = create<ImportJobs>(() => ({ isOpen: false, jobs: [] }))

/** The job as it is now. */
export function jobOf(key: number): ImportJob | undefined {
  return useImportJobs.getState().jobs.find((job) => job.key === key)
}

/** Notes what has come of a job. */
export function changeJob(key: number, change: Partial<ImportJob>): void {
  useImportJobs.setState(({ jobs }) => ({
    jobs: jobs.map((job) => (job.key === key ? { ...job, ...change } : job)),
  }))
}

/** What the library has nothing for, in the file's order. */
export function missingIn({ file, placed, isOver }: ImportJob): MissingEntry[] {
  if (!file || !isOver) return []
  return file.entries.flatMap((entry, index) => (placed[index] ? [] : { index, entry }))
}

/** Closes the dialog over what was imported. */
export function closeImport(): void {
  useImportJobs.setState({ isOpen: false })
}
