import { afterAll, expect, it } from 'vitest'

import { newListener } from './accounts.ts'
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
