import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { pitchOf, position } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

beforeAll(async () => {
  await addTracks(
    apiOf(admin),
    [
      { title: 'Session alpha', pitch: 440 },
      { title: 'Session bravo', pitch: 660 },
    ].map(({ title, pitch }) => ({
      title,
      artist: 'The Keys',
      album: 'Media',
      audio: tone({ pitch, seconds: 90 }),
    })),
  )
}, 60_000)

afterAll(closeBrowser)

it('shows the device what plays and where it stands, and follows the sound', async () => {
  const { page, player } = await openSession()
  expect(await shown(page)).toEqual({ state: 'none', metadata: null })
  await player.play('Session alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  const metadata = { title: 'Session alpha', artist: 'The Keys', album: 'Media', covers: 0 }
  expect(await shown(page)).toEqual({ state: 'playing', metadata })
  await player.button('Pause').click()
  await expect.poll(() => shown(page), patience).toEqual({ state: 'paused', metadata })
  const stands = await position(page)
  const apart = async () => Math.abs(((await told(page))?.position ?? Infinity) - stands)
  await expect.poll(apart, patience).toBeLessThan(1.5)
  expect((await told(page))?.duration).toBe(90)

  await player.goTo('Queue')
  for (const title of ['Session bravo', 'Session alpha'])
    await player.choose(title, 'Remove from queue')
  await expect.poll(() => shown(page), patience).toEqual({ state: 'none', metadata: null })
})

it('is paused for the device while the sound is on its way', async () => {
  const { page, player } = await openSession()
  const held = Promise.withResolvers<void>()
  await page.route(/stream\.start/, async (route) => {
    await held.promise
    await route.continue()
  })
  await player.play('Session alpha')
  await player.button('Pause').waitFor()
  expect(await shown(page)).toMatchObject({ state: 'paused' })
  held.resolve()
  await expect.poll(() => shown(page), patience).toMatchObject({ state: 'playing' })
})

it('obeys the keys of the device', async () => {
  const { page, player } = await openSession()
  await player.play('Session alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await press(page, { action: 'seekto', seekTime: 60 })
  await expect.poll(() => position(page), patience).toBeGreaterThanOrEqual(60)
  await expect.poll(async () => (await told(page))?.position, patience).toBeGreaterThanOrEqual(60)
  await press(page, { action: 'seekbackward', seekOffset: 50 })
  await expect.poll(() => position(page), patience).toBeLessThan(50)
  await press(page, { action: 'seekforward' })
  await expect.poll(() => position(page), patience).toBeGreaterThanOrEqual(20)
  await press(page, { action: 'nexttrack' })
  await expect.poll(() => pitchOf(page), patience).toBe(660)
  // Once some seconds of a track were heard, the key leads to its start.
  await press(page, { action: 'seekto', seekTime: 0 })
  await press(page, { action: 'previoustrack' })
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await press(page, { action: 'pause' })
  await player.button('Play').waitFor()
  await press(page, { action: 'play' })
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  await press(page, { action: 'stop' })
  await player.button('Play').waitFor()
  expect(await player.seek.inputValue()).toBe('0')
  expect(await shown(page)).toMatchObject({ state: 'paused', metadata: { title: 'Session alpha' } })
})

interface Watched {
  handlers: Map<string, MediaSessionActionHandler>
  position: MediaPositionState | undefined
}

/**
 * The list of the two tracks. No test can press the keys of a headset, nor read the position that a
 * lock screen was given: what the page registers and tells is noted down on its way to the browser.
 */
async function openSession() {
  const { page, context } = await openPage('/favorites', { as: await newListener() })
  await context.addInitScript(() => {
    const watched: Watched = { handlers: new Map(), position: undefined }
    const session = navigator.mediaSession
    const register = session.setActionHandler.bind(session)
    const tell = session.setPositionState.bind(session)
    session.setActionHandler = (action, handler) => {
      register(action, handler)
      if (handler) watched.handlers.set(action, handler)
    }
    session.setPositionState = (state) => {
      tell(state)
      watched.position = state
    }
    Object.assign(globalThis, { watched })
  })
  await page.goto('/tracks?q=Session&sort=title')
  const player = new Player(page)
  await player.row('Session alpha').waitFor()
  return { page, player }
}

function shown(page: Page) {
  return page.evaluate(() => {
    const { metadata, playbackState: state } = navigator.mediaSession
    if (!metadata) return { state, metadata }
    const { title, artist, album, artwork } = metadata
    return { state, metadata: { title, artist, album, covers: artwork.length } }
  })
}

function told(page: Page): Promise<MediaPositionState | undefined> {
  return page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.position)
}

function press(page: Page, details: MediaSessionActionDetails): Promise<void> {
  return page.evaluate((details) => {
    const { watched } = globalThis as unknown as { watched: Watched }
    watched.handlers.get(details.action)?.(details)
  }, details)
}
