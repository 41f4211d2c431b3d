import path from 'node:path'

import { wav } from '@segue/client/test-wav'
import { expect, it, onTestFinished } from 'vitest'

import { TagReader } from './tags.ts'
import { folderOf } from './test/folder.ts'

function reader(timeoutMs?: number): TagReader {
  const tags = new TagReader({ timeoutMs })
  onTestFinished(() => tags[Symbol.asyncDispose]())
  return tags
}

it('tells by its content what a file is and what its tags say', async () => {
  const folder = await folderOf([['a.txt', wav(440)]])
  expect(await reader().read(Buffer.from(path.join(folder, 'a.txt')))).toEqual({
    type: 'audio/wav',
    tags: { hasArtist: false, hasAlbum: false, hasPicture: false, hasLoudness: false, channels: 1 },
  })
})

it('knows nothing of a file that takes too long, and goes on with the next', async () => {
  const folder = await folderOf([['a.wav', wav(440)]])
  const file = Buffer.from(path.join(folder, 'a.wav'))
  expect(await reader(0).read(file)).toEqual({ type: null, tags: null })
  const tags = reader()
  const answers = await Promise.all([tags.read(Buffer.from('/nonexistent')), tags.read(file)])
  expect(answers.map(({ type }) => type)).toEqual([null, 'audio/wav'])
})
