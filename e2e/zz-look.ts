import { mkdtemp } from 'node:fs/promises'
import { startServer } from '../apps/server/src/test/server-process.ts'
import { launchChromium, unpackChromium } from './chromium.ts'
const dir = await mkdtemp('/tmp/engine-look-')
const chromium = await unpackChromium()
const server = await startServer({ settings: { DATA_DIR: dir + '/data', ADMIN_EMAIL: 'a@example.com', ADMIN_PASSWORD: 'long enough password', DEMO: 'on' } })
const browser = await launchChromium(chromium)
for (const [name, viewport, colorScheme, locale] of [['d-light-en', { width: 1440, height: 900 }, 'light', 'en-US'], ['d-dark-ko', { width: 1440, height: 900 }, 'dark', 'ko-KR'], ['m-light-ko', { width: 390, height: 844 }, 'light', 'ko-KR'], ['m-dark-en', { width: 390, height: 844 }, 'dark', 'en-US']] as const) {
  const context = await browser.newContext({ viewport, colorScheme, locale, baseURL: server.url })
  await context.request.post('/trpc/auth.login', { data: { email: 'a@example.com', password: 'long enough password' } })
  const page = await context.newPage()
  page.on('console', (m) => m.type() !== 'log' && console.log(name, m.type(), m.text()))
  await page.goto('/tracks')
  await page.waitForTimeout(2500)
  await page.getByRole('button', { name: /^(Play .+|.+ 재생)$/ }).nth(1).click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `/tmp/engine-look-${name}-bar.png` })
  if (viewport.width < 500) {
    await page.locator('section button').first().click().catch(() => {})
    await page.waitForTimeout(800)
    await page.screenshot({ path: `/tmp/engine-look-${name}-sheet.png` })
  }
  const button = page.getByRole('button', { name: /Playback settings|재생 설정/ })
  console.log(name, 'buttons', await button.count())
  await button.last().click({ timeout: 3000 }).catch((e) => console.log(String(e).slice(0, 300)))
  await page.waitForTimeout(1200)
  await page.screenshot({ path: `/tmp/engine-look-${name}.png` })
  await context.close()
}
await browser.close(); await server.stop()
