import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { launchChromium } from './chromium.ts'
import { admin } from './global-setup.ts'
import { pitchOf } from './hearing.ts'
import { addTracks, tone } from './library.ts'
import type { Hearing } from './listen-in.ts'
import { Player } from './pages/player.ts'

/** Chromium's own devices that make no sound, and its own yes to every question for them. */
const withDevices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
const chosen = 'Fake Audio Output 1'

beforeAll(async () => {
  await addTracks(apiOf(admin), [
    { title: 'Device alpha', audio: tone({ pitch: 440, seconds: 60 }) },
  ])
}, 60_000)

afterAll(closeBrowser)

it('sounds where the listener chose, and where all else sounds once that is gone', async () => {
  const within = await launchChromium(inject('chromium'), withDevices)
  onTestFinished(() => within.close())
  const options = { as: await newListener(), within }
  const { page } = await openPage('/tracks?q=Device', options)
  await playAlpha(page)
  expect(await outputOf(page)).toBe('')

  await new Player(page).button('Playback settings').click()
  const dialog = page.getByRole('dialog', { name: 'Playback settings' })
  await dialog.getByRole('combobox', { name: 'Output device' }).click()
  await page.getByRole('option', { name: chosen }).click()
  await expect.poll(() => outputOf(page), patience).toBe(chosen)
  await expect.poll(() => pitchOf(page), patience).toBe(440)

  // The headless Chromium gives its devices other ids then: the chosen one is gone.
  await page.reload()
  await new Player(page).button('Play').click()
  await expect.poll(() => pitchOf(page), patience).toBe(440)
  expect(await outputOf(page)).toBe('')
})

async function playAlpha(page: Page): Promise<void> {
  await new Player(page).play('Device alpha')
  await expect.poll(() => pitchOf(page), patience).toBe(440)
}

/** The name of the device that the page's audio goes to; '' for the system's own choice. */
function outputOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { analyser } = (globalThis as unknown as { hearing: Hearing }).hearing
    const { sinkId = '' } = (analyser?.context ?? {}) as { sinkId?: string }
    const devices = await navigator.mediaDevices.enumerateDevices()
    const isIt = (device: MediaDeviceInfo) =>
      device.kind === 'audiooutput' && device.deviceId === sinkId
    return sinkId && (devices.find(isIt)?.label ?? 'a device without a name')
  })
}
