import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'

import { newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { tone } from './library.ts'
import { Admin, type ChosenFile } from './pages/admin.ts'

afterAll(closeBrowser)

it('turns a listener away from the admin app', async () => {
  const { page } = await openPage('/admin/', { as: await newListener() })
  await page.getByText('This part is for administrators').waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.goto('/admin/upload')
  await page.getByText('This part is for administrators').waitFor()
  expect(await page.getByLabel('Audio files').count()).toBe(0)
})

it('uploads several files at once, and the list shows them with their cover', async () => {
  const { page } = await openPage('/admin/')
  const app = new Admin(page)
  await app.signIn(admin)
  await app.goTo('Upload')
  const names = ['하늘빛 Sketch', 'Second Sketch', 'Third Sketch']
  const files = names.map((name, at) => chosenTone(name, 300 + 50 * at, 2))
  await app.upload(files, { Artist: 'Sketchers', Year: '2021' }, await picture(page))
  for (const name of names)
    await app.file(`${name}.wav`).getByText(`Added: ${name} by Sketchers`).waitFor()

  await app.goTo('Tracks')
  for (const name of names) {
    const cover = app.row(name).locator('img')
    await expect
      .poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth), patience)
      .toBeGreaterThan(0)
  }
})

it('shows how far an upload is', async () => {
  const { page, context } = await openPage('/admin/upload', { as: admin })
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 600_000,
  })
  const app = new Admin(page)
  await app.upload([chosenTone('Slow upload', 510, 150)])
  await app.progress('Slow upload.wav').waitFor()
  const file = app.file('Slow upload.wav')
  const shares = new Set<number>()
  await expect
    .poll(
      async () => {
        const [text = ''] = await file.allTextContents()
        const share = /Uploading (\d+) %/.exec(text)?.[1]
        if (share) shares.add(Number(share))
        return text
      },
      { timeout: 30_000, interval: 30 },
    )
    .toContain('Added: Slow upload')
  expect(shares.size).toBeGreaterThan(2)
  expect([...shares]).toEqual([...shares].toSorted((a, b) => a - b))
})

it('refuses with a sentence a file that is no audio, whatever its name says', async () => {
  const { page } = await openPage('/admin/upload', {
    as: admin,
    expectedErrors: [/status of 422 .*\/trpc\/tracks\.create/],
  })
  const app = new Admin(page)
  const buffer = Buffer.from(`Dear diary, ${crypto.randomUUID()}. `.repeat(200))
  await app.upload([
    { name: 'diary.txt', mimeType: 'text/plain', buffer },
    { name: 'diary.mp3', mimeType: 'audio/mpeg', buffer },
  ])
  const refused = (name: string) => app.file(name).getByText(/^Refused: .+\.$/)
  expect(await refused('diary.txt').textContent()).toContain('doesn’t look like an audio file')
  expect(await refused('diary.mp3').textContent()).toContain('isn’t audio that can be played')
})

it('says of a file that it is in the library already', async () => {
  const { page } = await openPage('/admin/upload', { as: admin })
  const app = new Admin(page)
  const chosen = chosenTone('Only once', 610, 2)
  await app.upload([chosen])
  await app.file(chosen.name).getByText('Added: Only once').waitFor()
  await page.reload()
  const renamed = { ...chosen, name: 'Under another name.wav' }
  await app.upload([renamed])
  const file = app.file(renamed.name)
  await expect.poll(() => file.textContent(), patience).toContain('In the library already')
})

function chosenTone(name: string, pitch: number, seconds: number): ChosenFile {
  const { bytes, contentType } = tone({ pitch, seconds })
  return { name: `${name}.wav`, mimeType: contentType, buffer: Buffer.from(bytes) }
}

/** Of the page itself: a real picture. */
async function picture(page: Page): Promise<ChosenFile> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 400 } })
  return { name: 'cover.png', mimeType: 'image/png', buffer }
}
