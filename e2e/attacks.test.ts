import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest'

import { type Account, apiOf, newAccount, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTrack, tone } from './library.ts'

afterAll(closeBrowser)

const script = '<script>alert(1)</script>'
const image = '<img src=x onerror=alert(1)>'
const breakOut = `"'></title></textarea>${image}`

/** Everything of somebody whose every name is an attack. */
interface Hostile {
  account: Account
  /** What stands for the parameters in the addresses of pages. */
  ids: Record<string, string>
}

let hostile: Hostile

beforeAll(async () => {
  const account = newAccount()
  const keeper = apiOf(admin)
  const track = await addTrack(keeper, {
    title: `${breakOut}${crypto.randomUUID()}`,
    artist: `Artist ${breakOut}`,
    album: `Album ${script}`,
    genre: image,
    audio: tone({ pitch: 440, seconds: 2 }),
  })
  const { user } = await keeper.admin.users.create.mutate({ ...account, nickname: image })
  const segue = apiOf(account)
  await segue.stream.start.mutate({ trackId: track.id })
  await segue.favorites.set.mutate({ trackId: track.id, favorite: true })
  const playlist = await segue.playlists.create.mutate({
    name: breakOut,
    description: `${script}${image}\n</head>`,
    isPublic: true,
  })
  await segue.playlists.add.mutate({ id: playlist.id, trackIds: [track.id] })
  hostile = {
    account,
    ids: {
      artists: track.artist.id,
      albums: track.album?.id ?? '',
      playlists: playlist.id,
      p: playlist.slug ?? '',
      users: user.id,
      tracks: track.id,
    },
  }
}, 60_000)

/** Every page of an app, as its own route table tells. */
async function pagesOf(app: 'admin' | 'player'): Promise<string[]> {
  const table = await readFile(new URL(`../apps/${app}/src/routes.tsx`, import.meta.url), 'utf8')
  const paths = [...table.matchAll(/path: '(\/[^']*)'/g)].map(([, path = '']) => path)
  return paths.map((path) =>
    path.replaceAll(/\/([a-z]+)\/\$\w+/g, (_, noun: string) => {
      const id = hostile.ids[noun]
      if (!id) throw new Error(`what stands for the parameter of ${path} is missing`)
      return `/${noun}/${id}`
    }),
  )
}

/** Whatever a page was made to run shows as a dialog, and is closed again. */
function watchDialogs(page: Page): string[] {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return dialogs
}

/** Goes there, and waits until everything that the page asks for has come. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

it('shows in the player what anybody called anything as text, and runs none of it', async () => {
  const { page } = await openPage('/', { as: hostile.account })
  const dialogs = watchDialogs(page)
  const pages = (await pagesOf('player')).filter((path) => !/^\/(sign-in|register)$/.test(path))
  expect(pages).toContain('/history')
  for (const path of pages) await visit(page, path)
  await page.goto('/history')
  await page.getByText(breakOut).first().waitFor()
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(dialogs).toEqual([])
})

it('shows in the admin app what anybody called anything as text, and runs none of it', async () => {
  const { page } = await openPage('/admin/', { as: admin })
  const dialogs = watchDialogs(page)
  for (const path of await pagesOf('admin')) {
    await visit(page, `/admin${path}`)
    expect(await page.locator('img[src="x"]').count()).toBe(0)
  }
  await page.goto('/admin/users')
  await page.getByText(image).first().waitFor()
  expect(dialogs).toEqual([])
})

it('gives a listener none of the data of the admin app', async () => {
  const { page } = await openPage('/', {
    as: hostile.account,
    expectedErrors: [/status of 403 .*\/trpc\//],
  })
  const answered = new Set<string>()
  page.on('response', (response) => {
    const [, procedures] = /\/trpc\/([^?]*)/.exec(response.url()) ?? []
    if (procedures && response.ok()) for (const name of procedures.split(',')) answered.add(name)
  })
  for (const path of await pagesOf('admin')) {
    await page.goto(`/admin${path}`)
    await page.getByText('This part is for administrators').waitFor()
    await page.waitForLoadState('networkidle')
  }
  const known = new Set(['auth.session', 'me.get', 'queue.status'])
  expect([...answered].filter((name) => !known.has(name))).toEqual([])
})

/** A page of somebody else on this machine: browsers send our cookie along from there. */
async function servePage(html: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(html)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}

function formsTo(url: string): string {
  const types = ['multipart/form-data', 'application/x-www-form-urlencoded', 'text/plain']
  const forms = ['me.update', 'auth.logout', 'history.clear'].flatMap((procedure) =>
    types.map(
      (type, at) => `<iframe name="${procedure}${at}"></iframe>
        <form method="post" enctype="${type}" target="${procedure}${at}" action="${url}/trpc/${procedure}">
          <input name='{"nickname":"Owned","x":"' value='"}'>
        </form>`,
    ),
  )
  return `<!doctype html>${forms.join('')}<script>
    for (const form of document.forms) form.submit()
    const json = JSON.stringify({ nickname: 'Owned' })
    for (const type of ['text/plain', 'application/json'])
      for (const mode of ['no-cors', 'cors'])
        void fetch('${url}/trpc/me.update', {
          method: 'POST', mode, credentials: 'include', body: json, headers: { 'content-type': type },
        }).then((answer) => answer.text()).then((text) => { document.title += text }, () => {})
    void fetch('${url}/trpc/me.get', { credentials: 'include' })
      .then((answer) => answer.text()).then((text) => { document.title += text }, () => {})
  </script>`
}

async function me(context: BrowserContext): Promise<{ email: string; nickname: string }> {
  const answer = await context.request.get(`${inject('serverUrl')}/trpc/me.get`)
  return (await answer.json()).result.data
}

it('lets a page of another origin change and read nothing, with the cookie along', async () => {
  const account = await newListener()
  const { page, context } = await openPage('/', { as: account, expectedErrors: [/./] })
  const before = await me(context)
  const refused: string[] = []
  const cookies: boolean[] = []
  page.on('request', async (request) => {
    if (!request.url().includes('/trpc/')) return
    const { cookie } = await request.allHeaders()
    cookies.push(cookie !== undefined)
  })
  page.on('response', (response) => {
    if (response.request().method() === 'POST') refused.push(`${response.status()}`)
  })
  await page.goto(await servePage(formsTo(inject('serverUrl'))))
  await page.waitForLoadState('networkidle')
  // Nine forms, and the two requests of scripts that need nobody's leave.
  await expect.poll(() => refused.length, patience).toBeGreaterThanOrEqual(11)
  expect(new Set(refused)).toEqual(new Set(['403']))
  expect(cookies).toContain(true)
  expect(await page.title()).not.toContain(account.email)
  expect(await me(context)).toEqual(before)
})

it('comes without source maps', async () => {
  for (const app of ['admin', 'player']) {
    const folder = new URL(`../apps/${app}/dist/`, import.meta.url)
    const files = await readdir(folder, { recursive: true })
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    const scripts = files.filter((file) => /\.(js|css)$/.test(file))
    expect(scripts.length).toBeGreaterThan(0)
    for (const file of scripts)
      expect(await readFile(new URL(file, folder), 'utf8')).not.toContain('sourceMappingURL=')
  }
})
