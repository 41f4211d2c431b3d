import { afterAll, expect, it } from 'vitest'

import { apiOf, newAccount, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { addTrack, tone } from './library.ts'
import { admin } from './global-setup.ts'
import { hear } from './hearing.ts'
import { Player } from './pages/player.ts'

afterAll(closeBrowser)

const refusedSignIn = /status of 401 .*\/trpc\/auth\.login/

it('registers a listener, signs out and signs in again', async () => {
  const { page } = await openPage('/')
  const player = new Player(page)
  const account = newAccount()
  await player.register(account)
  await player.greeting.waitFor()

  await player.signOut()
  await page.goto('/history')
  await player.heading('Welcome back').waitFor()

  await player.signIn(account)
  await player.heading('History').waitFor()
  expect(new URL(page.url()).pathname).toBe('/history')
})

it('says in one sentence that a password is wrong, and stays', async () => {
  const { email } = await newListener()
  const { page } = await openPage('/sign-in', { expectedErrors: [refusedSignIn] })
  const player = new Player(page)
  await player.signIn({ email, password: 'not this one' })
  const alert = page.getByRole('alert').filter({ hasText: /\S/ })
  await expect
    .poll(() => alert.allTextContents(), patience)
    .toEqual(['E-mail or password is wrong.'])
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

it('goes on after the sign-in to the page that was asked for', async () => {
  const account = await newListener()
  const { page } = await openPage('/tracks?q=tide&sort=title')
  await new Player(page).signIn(account)
  await page.waitForURL((url) => url.pathname === '/tracks')
  expect(new URL(page.url()).search).toBe('?q=tide&sort=title')
})

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example/',
  'javascript:document.title=1',
]

it('stays on the site whatever the address says where to go after the sign-in', async () => {
  const account = await newListener()
  const { page, context } = await openPage(`/sign-in?next=${encodeURIComponent('//evil.example')}`)
  await new Player(page).signIn(account)
  await page.waitForURL('/')

  const navigations: string[] = []
  context.on('request', (request) => navigations.push(new URL(request.url()).host))
  for (const next of elsewhere) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.waitForURL('/')
  }
  expect(new Set(navigations)).toEqual(new Set([new URL(page.url()).host]))
})

it('asks to sign in again once the session was ended on the server', async () => {
  const account = await newListener()
  const title = `Ended session ${crypto.randomUUID()}`
  await addTrack(apiOf(admin), { title, audio: tone({ pitch: 440, seconds: 20 }) })
  const { page } = await openPage(`/tracks?q=${title}`, {
    as: account,
    expectedErrors: [/status of 401 .*\/trpc\/(stream|queue)\./],
  })
  const player = new Player(page)
  await player.row(title).waitFor()

  const elsewhere = apiOf(account)
  const sessions = await elsewhere.auth.sessions.query()
  for (const { id } of sessions.filter(({ current }) => !current))
    await elsewhere.auth.revokeSession.mutate({ id })

  await player.play(title)
  await player.heading('Welcome back').waitFor()
  expect((await hear(page)).loudness).toBe(0)
  await player.signIn(account)
  await player.row(title).waitFor()
  await player.bar.getByText(title).first().waitFor()
})

it('shows the next listener in the same tab nothing of the one before', async () => {
  const account = await newListener()
  const title = `Somebody else’s ${crypto.randomUUID()}`
  await addTrack(apiOf(admin), { title, audio: tone({ pitch: 440, seconds: 20 }) })
  const { page, context } = await openPage(`/tracks?q=${title}`, {
    as: account,
    expectedErrors: [/status of 401 /],
  })
  const player = new Player(page)
  await player.play(title)
  await player.button('Pause').waitFor()
  await player.goTo('History')
  await player.row(title).waitFor()

  await player.goTo('Tracks')
  await page.getByText('Nothing matches').or(player.rows.first()).waitFor()
  await context.clearCookies()
  await player.search.fill('anything')
  await player.heading('Welcome back').waitFor()
  const unanswered = Promise.withResolvers<void>()
  await page.route(/history\.list/, async (route) => {
    await unanswered.promise
    await route.continue()
  })
  await player.register(newAccount())
  await player.heading('Tracks').waitFor()
  await player.bar.getByText('Nothing is playing').waitFor()
  expect((await hear(page)).loudness).toBe(0)
  await player.goTo('Queue')
  await page.getByText('The queue is empty').waitFor()
  await player.goTo('History')
  await page.getByRole('status', { name: 'Loading history' }).waitFor()
  expect(await player.rows.count()).toBe(0)
  unanswered.resolve()
  await page.getByText('Nothing played yet').waitFor()
})
