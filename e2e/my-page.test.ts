import { readFile } from 'node:fs/promises'

import { afterAll, expect, it } from 'vitest'

import { png } from '../packages/api/src/test/images.ts'
import { apiOf, newAccount, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTrack, tone } from './library.ts'
import { MyPage } from './pages/my-page.ts'
import { Player } from './pages/player.ts'

afterAll(closeBrowser)

const refusedPassword = /status of 401 .*\/trpc\/(me\.|auth\.)/
const signedOut = /status of 401 /

it('shows the picture that was uploaded to the store, here and in the navigation', async () => {
  const { page } = await openPage('/me', { as: await newListener() })
  const { profile } = new MyPage(page)
  const loaded: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'image') loaded.push(new URL(response.url()).pathname)
  })
  const picture = { name: 'me.png', mimeType: 'image/png', buffer: await png() }
  await profile.locator('input[type=file]').setInputFiles(picture)
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await page.getByText('Your new picture is set.').waitFor()

  const link = page.getByRole('link', { name: 'My page: Listener' })
  for (const place of [profile, link])
    await expect
      .poll(
        () => place.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth),
        patience,
      )
      .toBeGreaterThan(0)
  expect(loaded.some((path) => path.startsWith('/s3/'))).toBe(true)

  await profile.getByRole('button', { name: 'Remove picture' }).click()
  await profile.locator('img').waitFor({ state: 'detached' })
  await page.reload()
  await link.waitFor()
  expect(await page.locator('img').count()).toBe(0)
})

it('changes the nickname, and the e-mail for the right password alone', async () => {
  const account = await newListener()
  const { page } = await openPage('/me', { as: account, expectedErrors: [refusedPassword] })
  const mine = new MyPage(page)
  await mine.profile.getByLabel('Nickname').fill('Mina of the tides')
  await mine.profile.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'My page: Mina of the tides' }).waitFor()

  const { email } = newAccount()
  await mine.changeEmail(email, 'not this one')
  await mine.email.getByText('The current password is wrong.').waitFor()
  await mine.changeEmail(email, account.password)
  await mine.email.getByText(email).waitFor()
  const user = await apiOf({ ...account, email }).me.get.query()
  expect(user).toMatchObject({ email, nickname: 'Mina of the tides' })
})

it('signs the other browser out when the password changes, and stays signed in itself', async () => {
  const account = await newListener()
  const { page } = await openPage('/me', { as: account })
  const { page: other } = await openPage('/tracks', { as: account, expectedErrors: [signedOut] })
  await new MyPage(page).changePassword(account.password, 'another password to listen by')
  await page.getByText('Your password is changed.').waitFor()

  // It may have noticed by itself before.
  await other.goto('/history')
  await new Player(other).heading('Welcome back').waitFor()
  await new Player(page).goTo('History')
  await page.getByText('Nothing played yet').waitFor()
  expect([other, page].map((each) => new URL(each.url()).pathname)).toEqual([
    '/sign-in',
    '/history',
  ])
})

it('marks this device, and signs another one out', async () => {
  const account = await newListener()
  const { page: other } = await openPage('/tracks', { as: account, expectedErrors: [signedOut] })
  const { page } = await openPage('/me', { as: account })
  const { devices } = new MyPage(page)
  const rows = devices.getByRole('listitem')
  await rows.filter({ hasText: 'This one' }).waitFor()
  // Registered, signed in there, signed in here.
  expect(await rows.count()).toBe(3)
  const others = devices.getByRole('button', { name: 'Sign out Chrome on Linux' })
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click()
    await expect.poll(() => others.count(), patience).toBe(left - 1)
  }
  // It may have noticed by itself before.
  await other.goto('/history')
  await new Player(other).heading('Welcome back').waitFor()
})

it('hands out a file of all that is the listener’s, and of nobody else', async () => {
  const account = await newListener()
  const segue = apiOf(account)
  const title = `Exported ${crypto.randomUUID()}`
  const track = await addTrack(apiOf(admin), { title, audio: tone({ pitch: 300, seconds: 1 }) })
  await segue.favorites.set.mutate({ trackId: track.id, favorite: true })
  await segue.playlists.create.mutate({ name: 'A list to take along' })
  const { page } = await openPage('/me', { as: account })
  const downloading = page.waitForEvent('download')
  await new MyPage(page).data.getByRole('button', { name: 'Download my data' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^segue-data-\d{4}-\d\d-\d\d\.json$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    profile: { email: account.email },
    favorites: [{ title }],
    playlists: [{ name: 'A list to take along' }],
  })
  expect(text).not.toContain(admin.email)
})

it('deletes the account after the password, and ends signed out', async () => {
  const account = await newListener()
  const { page } = await openPage('/me', { as: account, expectedErrors: [signedOut] })
  const player = new Player(page)
  await new MyPage(page).deletion.getByRole('button', { name: 'Delete my account' }).click()
  const warning = page.getByRole('alertdialog')
  await warning.getByLabel('Current password').fill('not this one')
  await warning.getByRole('button', { name: 'Delete for ever' }).click()
  await warning.getByText('The current password is wrong.').waitFor()
  await warning.getByLabel('Current password').fill(account.password)
  await page.keyboard.press('Enter')

  await player.heading('Welcome back').waitFor()
  await player.signIn(account)
  await page.getByText('E-mail or password is wrong.').waitFor()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

it('sets a password by a link whose token stays out of the address and of storage', async () => {
  const account = await newListener()
  const keeper = apiOf(admin)
  const { id } = await apiOf(account).me.get.query()
  const { url } = await keeper.admin.users.resetLink.mutate({ id })
  const token = new URL(url).hash.slice(1)
  const { page } = await openPage(url, { as: account, expectedErrors: [signedOut] })
  const player = new Player(page)
  await player.heading('Set a new password').waitFor()
  expect(page.url()).toMatch(/\/reset$/)
  const password = 'a password from a link'
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set password' }).click()
  await player.heading('Welcome back').waitFor()
  await player.signIn({ ...account, password })
  await player.greeting.waitFor()
  const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])
  expect(await page.evaluate(kept)).not.toContain(token)

  await page.goto(url)
  await page.getByLabel('New password').fill('yet another password')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByText('This link was used already').waitFor()
})
