import { readdir, readFile, stat } from 'node:fs/promises'

import { fileTypeFromBuffer } from 'file-type'

export interface CoverImage {
  bytes: Uint8Array
  contentType: string
}

/** By how surely it shows the front of the album. */
const names = ['cover', 'front', 'folder', 'albumart', 'album']
const pattern = new RegExp(`^(${names.join('|')})\\.(jpe?g|png|webp|avif)$`, 'iu')
const types = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])
const maxBytes = 10 * 1024 ** 2
/** Files come folder by folder, a few at a time. */
const foldersKept = 8

/** The cover of each folder, read once for all its files. */
export class FolderCovers {
  readonly #covers = new Map<string, Promise<CoverImage | null>>()

  /** `cover.jpg`, `Folder.PNG`, `front.webp` and the like; null without one of a known type. */
  find(folder: Buffer): Promise<CoverImage | null> {
    const key = folder.toString('latin1')
    const known = this.#covers.get(key)
    if (known) return known
    const cover = readCover(folder).catch(() => null)
    this.#keep(key, cover)
    return cover
  }

  /** Takes a folder for one without a cover: the server found that its image is none. */
  forget(folder: Buffer): void {
    this.#keep(folder.toString('latin1'), Promise.resolve(null))
  }

  #keep(key: string, cover: Promise<CoverImage | null>): void {
    this.#covers.delete(key)
    this.#covers.set(key, cover)
    const [oldest] = this.#covers.keys()
    if (this.#covers.size > foldersKept && oldest !== undefined) this.#covers.delete(oldest)
  }
}

async function readCover(folder: Buffer): Promise<CoverImage | null> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  const images = entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name: Buffer.from(name), rank: rankOf(name) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || Buffer.compare(a.name, b.name))
  for (const { name } of images) {
    const path = Buffer.concat([folder, Buffer.from('/'), name])
    const { size } = await stat(path)
    if (size === 0 || size > maxBytes) continue
    const bytes = new Uint8Array(await readFile(path))
    const contentType = (await fileTypeFromBuffer(bytes))?.mime ?? ''
    if (types.has(contentType)) return { bytes, contentType }
  }
  return null
}

function rankOf(name: Buffer): number {
  return names.indexOf(pattern.exec(name.toString())?.[1]?.toLowerCase() ?? '')
}
