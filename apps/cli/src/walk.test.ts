import { symlink } from 'node:fs/promises'
import path from 'node:path'

import { expect, it } from 'vitest'

import { pathText } from './path-text.ts'
import { folderOf } from './test/folder.ts'
import { walk } from './walk.ts'

async function pathsIn(...paths: string[]): Promise<string[]> {
  return (await walk(paths)).files.map((file) => pathText(file.path))
}

it('finds each file once, in order, by the path it was first asked for', async () => {
  const folder = await folderOf([
    ['b/2.mp3', Buffer.from('2')],
    ['b/10.mp3', Buffer.from('10')],
    ['a.mp3', Buffer.from('a')],
  ])
  const [a, b, c] = ['a.mp3', 'b/10.mp3', 'b/2.mp3'].map((name) => path.join(folder, name))
  expect(await pathsIn(`${folder}//`)).toEqual([a, b, c])
  expect(await pathsIn(`${folder}/b`, folder, `${folder}/a.mp3`)).toEqual([b, c, a])
  expect(await pathsIn(path.relative('.', folder))).toContain(path.relative('.', `${folder}/a.mp3`))
})

it('follows a symbolic link only when asked for it by name', async () => {
  const folder = await folderOf([['a/1.mp3', Buffer.from('1')]])
  await symlink('a', path.join(folder, 'link'))
  await symlink('a/1.mp3', path.join(folder, '2.mp3'))
  expect(await pathsIn(folder)).toEqual([path.join(folder, 'a/1.mp3')])
  expect(await pathsIn(path.join(folder, 'link'))).toEqual([path.join(folder, 'link/1.mp3')])
})

it('fails with a path that is not there', async () => {
  await expect(pathsIn('/nonexistent')).rejects.toThrow('/nonexistent: there is no such file')
})
