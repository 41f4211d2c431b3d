import { randomBytes } from 'node:crypto'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeAudio } from '../packages/api/src/test/audio.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { pitchOf, position } from './hearing.ts'
import { addTracks } from './library.ts'
import { Player } from './pages/player.ts'

const rate = 8000
const hours = 3
const sizeBytes = hours * 3600 * rate

beforeAll(async () => {
  await addTracks(apiOf(admin), [{ title: 'Three hours', audio: longTone() }])
}, 60_000)

afterAll(closeBrowser)

it('starts a track of three hours, and goes to its middle, without fetching all of it', async () => {
  const { page } = await openPage('/tracks?q=Three+hours', { as: await newListener() })
  const fetched = await countMediaBytes(page)
  const player = new Player(page)
  await player.play('Three hours')
  await expect.poll(() => pitchOf(page), patience).toBe(400)

  const box = await player.seek.boundingBox()
  if (!box) throw new Error('the slider is not on the page')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect.poll(() => position(page), patience).toBeGreaterThan(1.4 * 3600)
  await expect.poll(() => pitchOf(page), patience).toBe(400)
  expect(fetched()).toBeGreaterThan(0)
  expect(fetched()).toBeLessThan(sizeBytes / 3)
})

/** 8 bits a sample, 400 Hz, mono; some noise at the front makes it unlike any other. */
function longTone() {
  const period = Buffer.from(
    Array.from({ length: 20 }, (_, at) => Math.round(128 + 60 * Math.sin((2 * Math.PI * at) / 20))),
  )
  const bytes = Buffer.alloc(44 + sizeBytes)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + sizeBytes, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(sizeBytes, 40)
  bytes.fill(period, 44)
  randomBytes(16).copy(bytes, 44)
  return describeAudio(bytes, 'audio/wav')
}

/** Bytes of audio that came over the network from now on, as the browser itself counts them. */
async function countMediaBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  const media = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Media') media.add(requestId)
  })
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (media.has(requestId)) bytes += dataLength
  })
  await session.send('Network.enable')
  return () => bytes
}
