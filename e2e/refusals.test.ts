import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { launchChromium } from './chromium.ts'
import { admin } from './global-setup.ts'
import { hear, pitchOf, position } from './hearing.ts'
import { addTracks, tone, undecodable } from './library.ts'
import { Player } from './pages/player.ts'

const heldBack = 'The browser holds the sound back until you press Play.'

beforeAll(async () => {
  const broken = ['first', 'second', 'third'].map((place) => ({
    title: `Refusal broken ${place}`,
    audio: undecodable(),
  }))
  await addTracks(apiOf(admin), [
    ...broken,
    { title: 'Refusal sound', audio: tone({ pitch: 500, seconds: 60 }) },
    { title: 'Report alpha', audio: tone({ pitch: 700, seconds: 120 }) },
  ])
}, 60_000)

afterAll(closeBrowser)

it('skips a broken file and says so, and stops after three in a row', async () => {
  const { player, page } = await openList('Refusal')
  await player.play('Refusal broken first')
  for (const place of ['first', 'second'])
    await player
      .notification(`“Refusal broken ${place}” can’t be played. On to the next one.`)
      .waitFor()
  await player
    .notification('Three tracks in a row can’t be played, so the music stopped.')
    .waitFor()
  await player.button('Play').waitFor()
  expect(await hear(page)).toEqual({ loudness: 0, pitch: 0 })

  await player.play('Refusal sound')
  await expect.poll(() => pitchOf(page), patience).toBe(500)
})

it('says that the browser holds the sound back, and plays after one press', async () => {
  const strict = await launchChromium(inject('chromium'), [
    '--autoplay-policy=user-gesture-required',
  ])
  onTestFinished(() => strict.close())
  const { page, context } = await openPage('/tracks?q=Refusal', {
    as: await newListener(),
    within: strict,
  })
  const devtools = await context.newCDPSession(page)
  // What a script does is done by no hand; whatever Playwright does to a page counts as done by one.
  const evaluate = async (expression: string) => {
    const { result } = await devtools.send('Runtime.evaluate', { expression, userGesture: false })
    return result.value as unknown
  }
  const click = () =>
    evaluate(`(() => {
      const button = document.querySelector('button[aria-label="Play Refusal sound"]')
      button?.click()
      return button !== null
    })()`)
  await expect.poll(click, patience).toBe(true)
  const shown = () => evaluate('document.body.innerText')
  await expect.poll(shown, patience).toContain(heldBack)
  const player = new Player(page)
  await player.button('Play').click()
  await expect.poll(() => pitchOf(page), patience).toBe(500)
})

it('tells the server what was heard when the page is closed in the middle of a track', async () => {
  const { player, page, account } = await openList('Report')
  await player.play('Report alpha')
  await expect.poll(() => position(page), patience).toBeGreaterThanOrEqual(2)
  await player.seek.focus()
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('PageUp')
  await expect.poll(() => position(page), patience).toBeGreaterThanOrEqual(62)
  const jumpedMs = 60_000
  await page.close({ runBeforeUnload: true })
  const listenedMs = async () => {
    const { items } = await apiOf(account).history.list.query({})
    return items[0]?.listenedMs
  }
  await expect.poll(listenedMs, patience).toBeGreaterThan(1000)
  // What was jumped over was not heard.
  expect(await listenedMs()).toBeLessThan(jumpedMs)
})

async function openList(q: string) {
  const account = await newListener()
  const { page } = await openPage(`/tracks?q=${q}&sort=title`, { as: account })
  const player = new Player(page)
  await player.rows.first().waitFor()
  return { page, player, account }
}
