import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'

afterAll(closeBrowser)

it('speaks the language of the browser', async () => {
  const { page } = await openPage('/sign-in', { locale: 'ko-KR' })
  await page.getByRole('heading', { name: '다시 만나 반가워요' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
})

it('changes its language without a reload, and keeps it for the next visit', async () => {
  const { page } = await openPage('/me', { as: await newListener() })
  await page.evaluate(() => (document.body.dataset['same'] = 'page'))
  await page.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: '한국어', exact: true }).click()
  await page.getByRole('heading', { name: '내 페이지' }).waitFor()
  const navigation = page.getByRole('navigation', { name: '주 메뉴' })
  await navigation.getByRole('link', { name: '대기열' }).click()
  await page.getByRole('heading', { name: '대기열', exact: true }).waitFor()
  expect(await page.evaluate(() => document.body.dataset['same'])).toBe('page')
  await page.reload()
  await expect
    .poll(() => page.getByRole('heading', { name: '대기열', exact: true }).isVisible(), patience)
    .toBe(true)
})

it('leaves no English sentence on any page after the change', async () => {
  const account = await newListener()
  const { genres } = await apiOf(account).tracks.facets.query({})
  const isOfLibrary = (text: string) => genres.some(({ name }) => name === text)
  const { page } = await openPage('/me', { as: account })
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  const left: string[] = []
  expect(english.size).toBeGreaterThan(300)
  expect(await saidOn(page)).toContain('Queue')
  await page.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: '한국어', exact: true }).click()
  const navigation = page.getByRole('navigation', { name: '주 메뉴' })
  await navigation.waitFor()
  for (const link of await navigation.getByRole('link').all()) {
    await link.click()
    await page.waitForLoadState('networkidle')
    await page.getByRole('main').getByRole('heading').first().waitFor()
    const said = await saidOn(page)
    left.push(...said.filter((text) => english.has(text) && !isOfLibrary(text)))
  }
  expect(left).toEqual([])
})

/** What the player says in English and not in Korean, where it takes no figure or name. */
const korean = sentencesIn('ko')
const english = new Set([...sentencesIn('en')].filter((sentence) => !korean.has(sentence)))

function sentencesIn(language: string): Set<string> {
  const folder = join(import.meta.dirname, '../apps/player/src/lib/messages', language)
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const said = files.flatMap((text) => [...text.matchAll(/: '([^'\n]+)'/g)])
  return new Set(said.flatMap(([, sentence]) => sentence ?? []))
}

/** All that a page shows, names and hints at. */
function saidOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent?.trim() ?? ''),
      ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    ]),
  )
}
