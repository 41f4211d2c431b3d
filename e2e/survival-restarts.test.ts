import { expect, it } from 'vitest'

import { patience } from './browser-page.ts'
import { position } from './hearing.ts'
import {
  fallsSilent,
  goesOnFrom,
  heardSecond,
  listen,
  openSurvivalStage,
  reconnecting,
} from './survivor.ts'

const outageMs = 20_000

const stage = await openSurvivalStage()

it('plays on while the server is away, and the next track once it was started again', async () => {
  const { player, page, played } = await listen(stage)
  await stage.stopServer()
  expect(await heardSecond(page)).toBeGreaterThan(0)
  await player.button('Next').click()
  await player.notification(reconnecting).waitFor()
  await stage.startServer()
  await expect.poll(() => heardSecond(page), { timeout: 40_000 }).toBeGreaterThanOrEqual(0)
  expect(await page.title()).toContain('Survival bravo')
  await expect.poll(played, patience).toEqual(['Survival bravo', 'Survival alpha'])
})

it('opens one play where the answer to its start was lost on the way', async () => {
  const { player, page, played } = await listen(stage)
  stage.gate.loseAnswers()
  const asked = page.waitForRequest(/stream\.start/)
  await player.button('Next').click()
  await asked
  const once = ['Survival bravo', 'Survival alpha']
  await expect.poll(played, patience).toEqual(once)
  stage.gate.cut()
  stage.gate.release()
  await expect.poll(() => page.title(), patience).toContain('Survival bravo')
  await expect.poll(() => heardSecond(page), patience).toBeGreaterThanOrEqual(0)
  expect(await played()).toEqual(once)
})

it('goes on at the same second after the store was down for 20 seconds', async () => {
  const { page, player, played } = await listen(stage)
  await stage.killStore()
  const over = new Promise((resolve) => setTimeout(resolve, outageMs))
  await player.notification(reconnecting).waitFor()
  await fallsSilent(page)
  const stood = await position(page)
  await over
  await stage.startStore()
  await goesOnFrom(page, stood)
  expect(await played()).toEqual(['Survival alpha'])
})
