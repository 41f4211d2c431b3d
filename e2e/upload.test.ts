import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
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
  const { page } = await openPage('/admin/upload', { as: admin })
  await sendSlowly(page)
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
  expect(await page.getByRole('button', { name: /^Try .* again$/ }).count()).toBe(0)
})

it('refuses what can’t be taken as soon as it is chosen', async () => {
  const { page } = await openPage('/admin/upload', { as: admin })
  const app = new Admin(page)
  const empty = { name: 'empty.mp3', mimeType: 'audio/mpeg', buffer: Buffer.alloc(0) }
  await app.choose([empty, chosenTone('Fine', 620, 2)])
  await app.file('empty.mp3').getByText('The file is empty.').waitFor()
  const cover = page.getByLabel('Cover image')
  const image = (mimeType: string, size: number) =>
    cover.setInputFiles({ name: 'cover', mimeType, buffer: Buffer.alloc(size) })
  await image('image/svg+xml', 100)
  await page.getByRole('alert').getByText('The cover has to be a JPEG').waitFor()
  await image('image/png', 10 * 1024 ** 2 + 1)
  await page.getByRole('alert').getByText('The image is over 10 MB.').waitFor()
  await app.button('Upload').click()
  await app.file('Fine.wav').getByText('Added: Fine').waitFor()
  expect(await app.file('empty.mp3').textContent()).toContain('The file is empty.')
})

it('fits its form for the details into a phone', async () => {
  const viewport = { width: 390, height: 844 }
  const { page } = await openPage('/admin/upload', { as: admin, viewport })
  await new Admin(page).choose([chosenTone('Narrow', 630, 2)])
  await page.getByLabel('Cover image').setInputFiles(await picture(page, 'cover '.repeat(40)))
  const form = page.locator('form')
  const { left, right } = await edges(form)
  for (const field of await form.locator('input:not([type=file]), label').all()) {
    const inner = await edges(field)
    expect(inner.left).toBeGreaterThan(left)
    expect(inner.right).toBeLessThan(right)
  }
})

it('keeps the app when a file is dropped beside the place for it', async () => {
  const { page } = await openPage('/admin/upload', { as: admin })
  await page.getByRole('heading', { name: 'Upload', level: 1 }).waitFor()
  const drop = (type: string) =>
    page.evaluate((type) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['text'], 'notes.txt', { type: 'text/plain' }))
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
      return !document.body.dispatchEvent(event)
    }, type)
  expect(await drop('dragover')).toBe(true)
  expect(await drop('drop')).toBe(true)
})

it('asks before the page is left while files are sent, and stops with the sign-out', async () => {
  const { page } = await openPage('/admin/upload', { as: admin })
  await sendSlowly(page)
  const app = new Admin(page)
  await app.upload([chosenTone('Never arrives', 640, 600)])
  await app.progress('Never arrives.wav').waitFor()
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => void setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await app.file('Never arrives.wav').getByText('Uploading').waitFor()

  const stopped = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT')
  await app.button('Sign out').click()
  await stopped
  await app.signIn(admin, 'Upload')
  expect(await page.getByRole('region', { name: 'Files' }).count()).toBe(0)
})

it('leaves the keyboard’s focus near what was taken off the list', async () => {
  const { page } = await openPage('/admin/upload', { as: admin })
  const app = new Admin(page)
  const first = chosenTone('First off', 650, 2)
  await app.choose([first, chosenTone('Second off', 660, 2)])
  await app.button('Remove First off.wav').press('Enter')
  expect(await app.hasFocus(app.button('Remove Second off.wav'))).toBe(true)
  await app.button('Remove Second off.wav').press('Enter')
  const heading = page.getByRole('heading', { name: 'Upload', level: 1 })
  expect(await app.hasFocus(heading)).toBe(true)

  await app.upload([first])
  await app.file(first.name).getByText('Added').waitFor()
  await app.button('Clear finished').press('Enter')
  await app.upload([first])
  await app.file(first.name).getByText('In the library already').waitFor()
  await app.button('Clear finished').press('Enter')
  expect(await app.file(first.name).count()).toBe(0)
  expect(await app.hasFocus(heading)).toBe(true)
})

it('opens where the browser blocks storage, and changes its theme there', async () => {
  const { page } = await openPage('/no/such/page')
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied', 'SecurityError')
      },
    })
  })
  await page.goto('/admin/')
  const theme = page.getByRole('button', { name: /^Theme: / })
  const before = await theme.getAttribute('aria-label')
  await theme.click()
  await expect.poll(() => theme.getAttribute('aria-label'), patience).not.toBe(before)
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

it('measures how loud a file is once it is in, and one that was in before', async () => {
  const keeper = apiOf(admin)
  const { page } = await openPage('/admin/upload', { as: admin })
  const app = new Admin(page)
  const chosen = chosenTone('How loud', 1_000, 3)
  // A sine of 12,000 of 32,768 in one channel.
  const gain = -18 - (20 * Math.log10(12_000 / 32_768) - 3.01)
  const settled = async (outcome: RegExp) => {
    await expect.poll(() => app.file(chosen.name).textContent(), patience).toMatch(outcome)
    await app.button('Clear finished').click()
  }
  await app.upload([chosen])
  await settled(/Added: How loud by Unknown artist$/)
  const [track] = (await keeper.tracks.list.query({ q: 'How loud' })).items
  const id = track?.id ?? ''
  const { loudness } = await apiOf(await newListener()).stream.start.mutate({ trackId: id })
  expect(Math.abs((loudness?.trackGainDb ?? 0) - gain)).toBeLessThan(0.5)
  // The browser resamples, which overshoots where a tone begins and ends.
  expect(Math.abs((loudness?.trackPeak ?? 0) - 12_000 / 32_768)).toBeLessThan(0.06)

  await keeper.tracks.update.mutate({ id, loudness: null })
  await app.upload([chosen])
  await settled(/In the library already$/)
  expect((await keeper.tracks.loudness.query({ id })).loudness?.source).toBe('measured')

  await keeper.tracks.update.mutate({ id, loudness: null })
  await app.goTo('Tracks')
  await app.search('How loud')
  await app.chooseFor('How loud', 'Edit')
  await app.dialog.getByText('Not known: it plays as it is.').waitFor()
  await app.dialog.getByRole('button', { name: 'Measure' }).click()
  await app.dialog.getByText(/^Measured: -11\.\d LUFS/).waitFor()
  expect(await keeper.history.list.query({ trackId: id })).toMatchObject({ items: [] })
})

function chosenTone(name: string, pitch: number, seconds: number): ChosenFile {
  const { bytes, contentType } = tone({ pitch, seconds })
  return { name: `${name}.wav`, mimeType: contentType, buffer: Buffer.from(bytes) }
}

async function edges(place: Locator): Promise<{ left: number; right: number }> {
  const box = await place.boundingBox()
  if (!box) throw new Error('it is not in sight')
  return { left: box.x, right: box.x + box.width }
}

async function sendSlowly(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 600_000,
  })
}

/** Of the page itself: a real picture. */
async function picture(page: Page, name = 'cover'): Promise<ChosenFile> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 400 } })
  return { name: `${name}.png`, mimeType: 'image/png', buffer }
}
