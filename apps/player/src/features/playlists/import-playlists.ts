import type { Playlist } from '../../lib/playlist.ts'
import type { Track } from '../../lib/track.ts'
import { api, queries } from '../../lib/trpc.ts'
import { messages } from '../../lib/transfer-messages.ts'
import type { PlaylistFile } from './files/playlist-file.ts'
import { readPlaylistFile } from './files/read-playlist-file.ts'
import { changeJob, jobOf, useImportJobs, type ImportJob, type Match } from './import-jobs.ts'
import { inLots } from './in-lots.ts'

/** Entries the library is asked about at once: few enough to show how far it is. */
const askedAtOnce = 40

let lastKey = 0

/** Makes playlists of files, one after the other, and shows how far that is. */
export async function importPlaylists(files: readonly File[]): Promise<void> {
  const jobs = files.map((file) => ({ file, job: newJob(file.name) }))
  if (jobs.length === 0) return
  useImportJobs.setState({ isOpen: true, jobs: jobs.map(({ job }) => job) })
  for (const { file, job } of jobs) {
    try {
      await importFile(job.key, file)
    } catch (error) {
      changeJob(job.key, { problem: { error } })
    }
    changeJob(job.key, { isOver: true })
  }
}

/** Puts a track in the place of an entry that the library was thought to have nothing for. */
export async function placeMissing(key: number, index: number, track: Track): Promise<void> {
  const job = jobOf(key)
  if (!job?.file) return
  const playlist = job.playlist ?? (await createFor(key, job.file))
  const { id } = playlist
  const { entryIds } = await api.playlists.add.mutate({ id, trackIds: [track.id] })
  const afterEntryId = job.placed.slice(0, index).findLast((entryId) => entryId !== null)
  const next = job.placed.slice(index + 1).find((entryId) => entryId !== null)
  if (afterEntryId)
    await api.playlists.move.mutate({ id, entryIds, beforeEntryId: null, afterEntryId })
  else if (next) await api.playlists.move.mutate({ id, entryIds, beforeEntryId: next })
  const placed = [...(jobOf(key)?.placed ?? job.placed)]
  placed[index] = entryIds[0] ?? null
  changeJob(key, { placed })
  showAnew(id)
}

function newJob(fileName: string): ImportJob {
  const start = {
    problem: null,
    file: null,
    matches: [],
    isOver: false,
    playlist: null,
    placed: [],
  }
  return { ...start, key: ++lastKey, fileName }
}

async function importFile(key: number, source: File): Promise<void> {
  const file = await readPlaylistFile(source)
  if (typeof file === 'string') return changeJob(key, { problem: file })
  changeJob(key, { file })
  const matches: Match[] = []
  for (const entries of inLots(file.entries, askedAtOnce)) {
    const answer = await api.tracks.match.mutate({ entries })
    matches.push(...answer.matches)
    changeJob(key, { matches: [...matches] })
  }
  const found = matches.flatMap(({ track }, index) => (track ? { track, index } : []))
  if (found.length === 0) return
  const { id } = await createFor(key, file)
  const placed: (string | null)[] = file.entries.map(() => null)
  for (const lot of inLots(found)) {
    const trackIds = lot.map(({ track }) => track.id)
    const { entryIds } = await api.playlists.add.mutate({ id, trackIds })
    for (const [at, { index }] of lot.entries()) placed[index] = entryIds[at] ?? null
    changeJob(key, { placed: [...placed] })
  }
  showAnew(id)
}

async function createFor(key: number, { name, description }: PlaylistFile): Promise<Playlist> {
  const playlist = await api.playlists.create.mutate({
    name: name ?? messages.transfer.unnamed,
    description,
  })
  changeJob(key, { playlist })
  return playlist
}

function showAnew(id: string): void {
  void queries.playlists.list.invalidate()
  void queries.playlists.byId.invalidate({ id })
  void queries.playlists.tracks.invalidate({ id })
}
