import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'

import { violations } from './accessibility.ts'
import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage } from './browser-page.ts'
import { MyPage } from './pages/my-page.ts'
import { Player } from './pages/player.ts'

afterAll(closeBrowser)

/** Red at the left, blue at the right, and half as high as wide, noted as lying on its side. */
async function sidewaysPicture(): Promise<Buffer> {
  const blank = (width: number, background: string) =>
    sharp({ create: { width, height: 300, channels: 3, background } }).png()
  const blue = await blank(300, 'blue').toBuffer()
  const upright = blank(600, 'red').composite([{ input: blue, left: 300, top: 0 }])
  return sharp(await upright.toBuffer())
    .rotate(-90)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

it('sends the square of a picture that was chosen by keyboard, the right way up', async () => {
  const account = await newListener()
  const { page } = await openPage('/me', { as: account })
  const { profile } = new MyPage(page)
  const buffer = await sidewaysPicture()
  const picture = { name: 'me.jpg', mimeType: 'image/jpeg', buffer }
  await profile.locator('input[type=file]').setInputFiles(picture)
  const dialog = page.getByRole('dialog', { name: 'Choose what to show' })
  for (let press = 0; press < 12; press++) await dialog.getByRole('application').press('ArrowRight')
  await dialog.getByRole('slider', { name: 'Zoom' }).press('PageUp')
  expect(await violations(page)).toEqual([])

  await dialog.getByRole('button', { name: 'Use this picture' }).click()
  await page.getByText('Your new picture is set.').waitFor()
  const { avatarUrl } = await apiOf(account).me.get.query()
  const answer = await page.request.get(`${avatarUrl}`.replace(/\/\d+$/, '/640'))
  const shown = sharp(await answer.body())
  expect(await shown.metadata()).toMatchObject({ width: 640, height: 640 })
  const { dominant } = await shown.stats()
  expect(dominant.b).toBeGreaterThan(200)
  expect(dominant.r).toBeLessThan(60)
  await dialog.waitFor({ state: 'detached' })

  const text = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
  await profile.locator('input[type=file]').setInputFiles(text)
  await new Player(page).notification('The browser can’t read this picture.').waitFor()
})

it('speaks the chosen language on another device too, and keeps the theme on this one', async () => {
  const account = await newListener()
  const { page } = await openPage('/me', { as: account, colorScheme: 'light' })
  const player = new Player(page)
  await player.select('Theme', 'Dark')
  const isDark = () => page.evaluate(() => document.documentElement.dataset['theme'])
  expect(await isDark()).toBe('dark')
  const stored = page.waitForResponse(/me\.update/)
  await player.select('Language', '한국어')
  await page.getByRole('heading', { name: '내 페이지', level: 1 }).waitFor()
  await stored
  await page.reload()
  expect(await isDark()).toBe('dark')
  expect((await apiOf(account).me.get.query()).locale).toBe('ko')

  const { page: other } = await openPage('/me', { as: account })
  await other.getByRole('heading', { name: '내 페이지', level: 1 }).waitFor()
  expect(await violations(other)).toEqual([])
  await new Player(other).select('언어', '기기 설정: English')
  await other.getByRole('heading', { name: 'My page', level: 1 }).waitFor()
})
