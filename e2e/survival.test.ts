import { expect, inject, it, onTestFinished } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { openPage, patience } from './browser-page.ts'
import { launchSleeper } from './chromium.ts'
import { hear, position } from './hearing.ts'
import { Player } from './pages/player.ts'
import { fallsSilent, goesOnFrom, listen, openSurvivalStage, reconnecting } from './survivor.ts'

const sleepMs = 5000

const stage = await openSurvivalStage()

it('has the browser connect to the store for what the pointer rests on, and fetches nothing', async () => {
  const options = { as: await newListener(stage.url), baseURL: stage.url }
  const { page, observed } = await openPage('/tracks?sort=title', options)
  await new Player(page).row('Survival alpha').getByText('Survival alpha').hover()
  // The headless Chromium of the tests leaves it at that; a whole one connects.
  const hint = page.locator('link[rel=preconnect][crossorigin=anonymous]')
  await expect.poll(() => hint.getAttribute('href'), patience).toBe(stage.storeGate.url)
  expect(observed.audio).toEqual([])
})

it('goes on at the same second when the link runs out in the middle of a track', async () => {
  const { page, played } = await listen(stage)
  const renewed = page.waitForResponse(/stream\.renew/)
  stage.passAnHour()
  stage.storeGate.cut()
  await renewed
  await goesOnFrom(page, await position(page))
  expect(await played()).toEqual(['Survival alpha'])
})

it('goes on at the same second after the network was away', async () => {
  const { page, context, player, played } = await listen(stage)
  await context.setOffline(true)
  stage.gate.cut()
  stage.storeGate.cut()
  await player.notification(reconnecting).waitFor()
  await fallsSilent(page)
  const stood = await position(page)
  await context.setOffline(false)
  await goesOnFrom(page, stood)
  expect(await played()).toEqual(['Survival alpha'])
})

it('goes on at the same second where the line fell silent without a word', async () => {
  const { page, played } = await listen(stage)
  stage.storeGate.hold()
  await fallsSilent(page)
  const stood = await position(page)
  stage.storeGate.release()
  await goesOnFrom(page, stood)
  expect(await played()).toEqual(['Survival alpha'])
})

it('goes on at the same second after the machine slept', async () => {
  const sleeper = await launchSleeper(inject('chromium'))
  onTestFinished(() => sleeper.close())
  const { account, page, player, played } = await listen(stage, sleeper.browser)
  const stood = await position(page)
  sleeper.sleep()
  stage.gate.cut()
  stage.storeGate.cut()
  await new Promise((resolve) => setTimeout(resolve, sleepMs))
  sleeper.wake()
  await goesOnFrom(page, stood)
  expect(await played()).toEqual(['Survival alpha'])
  await player.button('Pause').click()
  const heardMs = ((await position(page)) + 1) * 1000
  const api = apiOf(account, stage.url)
  const listenedMs = async () => (await api.history.list.query({})).items[0]?.listenedMs
  await expect.poll(listenedMs, patience).toBeGreaterThan(stood * 1000)
  expect(await listenedMs()).toBeLessThan(heardMs)
})

it('asks to sign in when the session ended, and goes on at the same second', async () => {
  const { account, page, player, played } = await listen(stage)
  await endSessions(account)
  await follow(player, 'History')
  await player.notification('You were signed out. Sign in again and the music goes on.').waitFor()
  await fallsSilent(page)
  await player.signIn(account)
  await player.heading('History').waitFor()
  const stood = await position(page)
  await goesOnFrom(page, stood)
  expect(stood).toBeGreaterThan(0)
  expect(await played()).toEqual(['Survival alpha'])

  await endSessions(account)
  await follow(player, 'Queue')
  await player.signIn(await newListener(stage.url))
  await player.bar.getByText('Nothing is playing').waitFor()
  expect(await hear(page)).toEqual({ loudness: 0, pitch: 0 })
  await expect
    .poll(() => page.evaluate(() => navigator.mediaSession.playbackState), patience)
    .toBe('none')
})

/** Ends every sign-in by a browser, as its owner does from another device. */
async function endSessions(account: Account): Promise<void> {
  const api = apiOf(account, stage.url)
  const sessions = await api.auth.sessions.query()
  for (const { id, current } of sessions) if (!current) await api.auth.revokeSession.mutate({ id })
}

/** Follows a link, which leads to the sign-in. */
async function follow(player: Player, name: string): Promise<void> {
  await player.page.getByRole('link', { name, exact: true }).first().click()
  await player.heading('Welcome back').waitFor()
}
