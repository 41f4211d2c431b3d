import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'

import { pathText } from './path-text.ts'
import { RunFailure } from './run-failure.ts'

/** A regular file, as found below one of the paths that were asked for. */
export interface FoundFile {
  /** As walked: the path that was asked for, and the way down from there. */
  path: Buffer
  name: Buffer
  /** Names of the folders between the path that was asked for and the file. */
  folders: Buffer[]
  sizeBytes: number
}

interface Folder {
  path: Buffer
  below: Buffer[]
}

export interface Findings {
  files: FoundFile[]
  /** Folders that may not be read, with the system's error code. */
  unreadable: { path: string; code: string }[]
}

const separator = Buffer.from('/')

/**
 * Finds every regular file once, also when one path lies in another. Symbolic links are followed
 * only where one was asked for by name. In each folder the files come in the order of their names.
 * @throws RunFailure when one of the paths cannot be read
 */
export async function walk(paths: string[]): Promise<Findings> {
  const findings: Findings = { files: [], unreadable: [] }
  const seen = new Set<string>()
  for (const path of paths) {
    try {
      const origin = await realpath(path, 'buffer')
      const status = await stat(path)
      const isNew = (below: Buffer[]) => {
        const key = join(origin, ...below).toString('latin1')
        return seen.size !== seen.add(key).size
      }
      if (status.isDirectory()) {
        const start = { path: Buffer.from(path.replace(/(?<=.)\/+$/, '')), below: [] }
        await walkFolder(start, findings, isNew)
      } else if (status.isFile() && isNew([])) {
        const name = Buffer.from(path.split('/').at(-1) ?? path)
        const { size: sizeBytes } = status
        findings.files.push({ path: Buffer.from(path), name, folders: [], sizeBytes })
      }
    } catch (cause) {
      throw new RunFailure(`${path}: ${describeCode(cause)}`, { cause })
    }
  }
  return findings
}

async function walkFolder(
  { path, below }: Folder,
  findings: Findings,
  isNew: (below: Buffer[]) => boolean,
): Promise<void> {
  const folders: Folder[] = []
  for (const { name, entry } of await list(path, findings)) {
    const way = [...below, name]
    if (entry.isDirectory()) folders.push({ path: join(path, name), below: way })
    else if (entry.isFile() && isNew(way)) await addFile(join(path, name), name, below, findings)
  }
  for (const folder of folders) await walkFolder(folder, findings, isNew)
}

async function list(
  path: Buffer,
  { unreadable }: Findings,
): Promise<{ name: Buffer; entry: Dirent<Buffer> }[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' })
    return entries
      .map((entry) => ({ name: Buffer.from(entry.name), entry }))
      .sort((a, b) => Buffer.compare(a.name, b.name))
  } catch (error) {
    unreadable.push({ path: pathText(path), code: describeCode(error) })
    return []
  }
}

/** A file that is gone by now is none. */
async function addFile(
  path: Buffer,
  name: Buffer,
  folders: Buffer[],
  { files }: Findings,
): Promise<void> {
  const status = await stat(path).catch(() => null)
  if (status) files.push({ path, name, folders, sizeBytes: status.size })
}

function join(...parts: Buffer[]): Buffer {
  const [first = separator, ...rest] = parts
  return Buffer.concat([first, ...rest.flatMap((part) => [separator, part])])
}

function describeCode(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file or folder'
  return code === 'EACCES' ? 'it may not be read' : String(code ?? error)
}
