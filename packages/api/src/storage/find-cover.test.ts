import { afterAll, expect, it } from 'vitest'

import { testApp, testOrigin } from '../test/test-app.ts'
import { findCover } from './find-cover.ts'

const app = await testApp()
afterAll(() => app[Symbol.asyncDispose]())

const id = '0b1c9a52-9d5e-4c7b-8f3a-2f6f1d0c4e11'

it.each(['96', '320', '640'])('finds the image of %s pixels', async (size) => {
  const link = await findCover(app.services.storage, `/covers/${id}/${size}`, testOrigin)
  expect(link?.url).toContain(`/covers/${id}/${size}.webp?`)
})

it.each(['0x60', '96.0', ' 96', '1', '', '96/', '96.webp'])('knows no size %j', async (size) => {
  expect(await findCover(app.services.storage, `/covers/${id}/${size}`, testOrigin)).toBeNull()
})
