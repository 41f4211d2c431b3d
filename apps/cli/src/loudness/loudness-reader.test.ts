import path from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { monoLufs, wave } from '../test/encoded-tones.ts'
import { folderOf } from '../test/folder.ts'
import { LoudnessReader } from './loudness-reader.ts'

function reader(options: ConstructorParameters<typeof LoudnessReader>[0]): LoudnessReader {
  const loudness = new LoudnessReader(options)
  onTestFinished(() => loudness[Symbol.asyncDispose]())
  return loudness
}

async function tone() {
  const folder = await folderOf([['a.wav', wave('pcm 16')]])
  const file = Buffer.from(path.join(folder, 'a.wav'))
  return { path: file, contentType: 'audio/wav', channels: 1 }
}

it('measures many files with few threads, and goes on past those that cannot be read', async () => {
  const file = await tone()
  const missing = { ...file, path: Buffer.from('/nonexistent') }
  const loudness = reader({ threads: 2 })
  const files = [file, missing, file, missing, file, file]
  const found = await Promise.all(files.map((each) => loudness.measure(each)))
  expect(found.map((one) => one && Math.round(one.integratedLufs))).toEqual(
    files.map((each) => (each === missing ? null : Math.round(monoLufs))),
  )
})

it('gives a file up that takes too long, and takes a new thread for the next', async () => {
  const file = await tone()
  expect(await reader({ threads: 1, patience: 0 }).measure(file)).toBeNull()
})

it('knows nothing more once it is closed', async () => {
  const file = await tone()
  const loudness = reader({ threads: 1 })
  const asked = [loudness.measure(file), loudness.measure(file)]
  await loudness[Symbol.asyncDispose]()
  expect(await Promise.all(asked)).toEqual([null, null])
})
