import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, expect, it, onTestFinished } from 'vitest'

import { wav } from '../packages/api/src/test/audio.ts'
import { closeBrowser, openPage } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { loudness, position } from './hearing.ts'

afterAll(closeBrowser)

it('plays to a new listener what an admin uploaded, and remembers it', async () => {
  const title = '새벽 Tone'
  await uploadAsAdmin(title, 30)

  const { page, observed } = await openPage('/')
  await register(page)
  await page.getByLabel('Search').fill('새벽')
  const row = page.getByRole('row').filter({ hasText: title })
  await row.getByRole('button', { name: `Play ${title}` }).click()

  await expect.poll(() => position(page), { timeout: 15_000 }).toBeGreaterThan(1)
  expect(await loudness(page)).toBeGreaterThan(0.05)
  expect(observed.audio[0]).toMatchObject({ status: 206, range: expect.stringMatching(/^bytes=/) })

  await page.getByRole('slider', { name: 'Seek' }).focus()
  await page.keyboard.press('End')
  await expect.poll(() => position(page)).toBeGreaterThan(20)

  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('heading', { name: 'History' }).waitFor()
  await page.getByText(title).first().waitFor()
})

it('turns a listener away from the admin app', async () => {
  const { page } = await openPage('/')
  const email = await register(page)
  await page.goto(new URL('/admin/', page.url()).href)
  await page
    .getByText(/listener|admin/i)
    .first()
    .waitFor()
  expect(await page.getByRole('heading', { name: 'Upload' }).count()).toBe(0)
  expect(email).toContain('@')
})

async function uploadAsAdmin(title: string, seconds: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'segue-upload-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = path.join(folder, `${title}.wav`)
  await writeFile(file, wav({ seconds, pitch: 523 }).bytes)
  const { page } = await openPage('/admin/')
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Upload' }).click()
  await page.getByLabel('Audio files').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload' }).click()
  await page
    .getByText(/added|done/i)
    .first()
    .waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Tracks' }).click()
  await page.getByText(title).first().waitFor()
}

async function register(page: Page): Promise<string> {
  const email = `listener-${crypto.randomUUID()}@example.com`
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('a password to listen by')
  await page.getByLabel('Nickname').fill('Listener')
  await page.getByRole('button', { name: 'Register' }).click()
  await page.getByRole('heading', { name: 'Tracks' }).waitFor()
  return email
}
