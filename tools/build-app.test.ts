import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type AppBuild, buildApp, checkStale } from './build-app.ts'

let folder: string
let build: AppBuild

beforeEach(async () => {
  folder = await mkdtemp('/tmp/segue-build-')
  const app = join(folder, 'app')
  await mkdir(join(app, 'node_modules'), { recursive: true })
  await mkdir(join(app, 'src'))
  await writeFile(join(app, 'src/main.js'), `console.info('${'la '.repeat(1000)}')`)
  await mkdir(join(folder, 'shared'))
  await writeFile(join(folder, 'shared/lock'), 'a')
  const command = ['cp', '-r', 'src']
  build = { folder: app, sources: [join(folder, 'shared')], command }
})
afterEach(() => rm(folder, { recursive: true }))

async function buildIfStale(): Promise<boolean> {
  const { isStale, hash } = await checkStale(build)
  if (isStale) await buildApp(build, hash)
  return isStale
}

describe('building an app', () => {
  it('happens once for the same sources', async () => {
    expect(await buildIfStale()).toBe(true)
    expect(await buildIfStale()).toBe(false)
    expect(await readdir(join(build.folder, 'dist'))).toEqual(
      expect.arrayContaining(['main.js', 'main.js.br', 'main.js.gz']),
    )
    expect(await readdir(join(build.folder, 'node_modules'))).toEqual([])
  })

  it('happens again when a source, or what is shared, has changed', async () => {
    await buildIfStale()
    await writeFile(join(build.folder, 'src/main.js'), 'other')
    expect(await buildIfStale()).toBe(true)
    expect(await readFile(join(build.folder, 'dist/main.js'), 'utf8')).toBe('other')
    await writeFile(join(folder, 'shared/lock'), 'b')
    expect(await buildIfStale()).toBe(true)
    await writeFile(join(build.folder, 'src/main.test.ts'), 'a test is no part of the app')
    expect(await buildIfStale()).toBe(false)
  })

  it('keeps the old result when it fails, and says why', async () => {
    await buildIfStale()
    await writeFile(join(build.folder, 'src/main.js'), 'broken')
    const failing = { ...build, command: ['sh', '-c', 'echo line 7 is wrong >&2; exit 3'] }
    await expect(buildApp(failing, 'hash')).rejects.toThrow('line 7 is wrong')
    expect(await readFile(join(build.folder, 'dist/main.js'), 'utf8')).toContain('la la')
  })
})
