import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { mp3, ogg } from '../packages/api/src/test/audio-fixtures.ts'
import { describeAudio } from '../packages/api/src/test/audio.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { pitchOf, position } from './hearing.ts'
import { addTracks, tone, undecodable } from './library.ts'
import { Player } from './pages/player.ts'

const rate = 44_100

beforeAll(async () => {
  const mp3Bytes = await mp3(sine(520, 20))
  const oggBytes = await ogg(sine(780, 20))
  await addTracks(apiOf(admin), [
    { title: 'Delivered as MP3', audio: describeAudio(mp3Bytes, 'audio/mpeg') },
    { title: 'Delivered as Ogg', audio: describeAudio(oggBytes, 'audio/ogg') },
    { title: 'Delivered as WAV', audio: tone({ pitch: 1040, seconds: 60 }) },
    { title: 'Faulty first', audio: undecodable() },
    { title: 'Faulty then sound', audio: tone({ pitch: 600, seconds: 20 }) },
  ])
}, 60_000)

afterAll(closeBrowser)

it.each([
  ['Delivered as MP3', 520],
  ['Delivered as Ogg', 780],
])('plays what was %s', async (title, pitch) => {
  const { page } = await openPage(`/tracks?q=${title}`, { as: await newListener() })
  await new Player(page).play(title)
  await expect.poll(() => pitchOf(page), patience).toBe(pitch)
})

it('takes the audio from the store by ranges, never through the API', async () => {
  const { page, observed } = await openPage('/tracks?q=Delivered', { as: await newListener() })
  const player = new Player(page)
  await player.play('Delivered as WAV')
  await expect.poll(() => pitchOf(page), patience).toBe(1040)
  await player.seek.focus()
  await page.keyboard.press('PageUp')
  await expect.poll(() => position(page), patience).toBeGreaterThan(15)
  expect(observed.audio.length).toBeGreaterThan(0)
  for (const { url, status, range } of observed.audio) {
    expect(new URL(url).pathname).toMatch(/^\/s3\//)
    expect({ status, range }).toEqual({ status: 206, range: expect.stringMatching(/^bytes=\d/) })
  }
})

it('keeps no link to audio and no token where a script could find it later', async () => {
  const { page, observed } = await openPage('/tracks?q=Delivered', { as: await newListener() })
  await new Player(page).play('Delivered as WAV')
  await expect.poll(() => pitchOf(page), patience).toBe(1040)
  const kept = await keptBy(page)
  expect(observed.audio.length).toBeGreaterThan(0)
  expect(kept).not.toMatch(/s3\/|X-Amz|eyJ/i)
  const cookies = await page.context().cookies()
  expect(cookies).toMatchObject([{ name: 'segue', httpOnly: true }])
  for (const { value } of cookies) expect(kept).not.toContain(value)
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

it('says that a file can’t be played, and goes on to the next', async () => {
  const { page } = await openPage('/tracks?q=Faulty&sort=title', { as: await newListener() })
  const player = new Player(page)
  await player.play('Faulty first')
  await player.notification('“Faulty first” can’t be played. On to the next one.').waitFor()
  await expect.poll(() => pitchOf(page), patience).toBe(600)
  expect(await page.title()).toContain('Faulty then sound')
})

function sine(pitch: number, seconds: number): Float32Array {
  return Float32Array.from(
    { length: seconds * rate },
    (_, at) => Math.sin((2 * Math.PI * pitch * at) / rate) / 3,
  )
}

/** Everything a page has stored, as text. */
function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const records = await Promise.all(databases.map(({ name = '' }) => dump(name)))
    const caches = await globalThis.caches.keys()
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, records, caches])

    function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    }

    async function dump(name: string): Promise<unknown> {
      const database = await answer(indexedDB.open(name))
      const stores = [...database.objectStoreNames]
      const read = (store: string) =>
        answer(database.transaction(store).objectStore(store).getAll())
      return [name, await Promise.all(stores.map(read))]
    }
  })
}
