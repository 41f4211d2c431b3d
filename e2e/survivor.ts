import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'

import { type Account, apiOf, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { hear } from './hearing.ts'
import { addTracks, staircase, stairOf } from './library.ts'
import { Player } from './pages/player.ts'
import { openStage, type Stage } from './stage.ts'

/** What a listener is told while a server does not answer. */
export const reconnecting = 'The connection is gone. Trying again…'

/** A line that carries the music half as fast again as it is heard, so that little is ahead of it. */
const narrow = 132_300

/** A listener to whom something happens. */
export interface Survivor {
  account: Account
  page: Page
  context: BrowserContext
  player: Player
  /** The titles in their history, the last one first. */
  played(): Promise<string[]>
}

/** A stage for a test file, with two tracks whose pitch tells the second, on a narrow line. */
export async function openSurvivalStage(): Promise<Stage> {
  const stage = await openStage()
  afterAll(async () => {
    await closeBrowser()
    await stage[Symbol.asyncDispose]()
  })
  await addTracks(apiOf(admin, stage.url), [
    { title: 'Survival alpha', audio: staircase(60) },
    { title: 'Survival bravo', audio: staircase(61) },
  ])
  stage.storeGate.bytesPerSecond = narrow
  return stage
}

/** A new listener who hears the first of the tracks, for a second at least. */
export async function listen({ url, innerUrl }: Stage, within?: Browser): Promise<Survivor> {
  const account = await newListener(url)
  const { page, context } = await openPage('/tracks?sort=title', {
    as: account,
    baseURL: url,
    within,
    // What was cut, and what was refused meanwhile.
    expectedErrors: [/net::ERR|error occurred when fetching the script/, /status of (401|403|503)/],
  })
  const player = new Player(page)
  await player.play('Survival alpha')
  await expect.poll(() => heardSecond(page), patience).toBeGreaterThanOrEqual(1)
  const api = apiOf(account, innerUrl)
  const played = async () => {
    const { items } = await api.history.list.query({})
    return items.map(({ track }) => track.title)
  }
  return { account, page, context, player, played }
}

/** The second of the track that is heard; -1 for silence. */
export async function heardSecond(page: Page): Promise<number> {
  return stairOf(await hear(page)) ?? -1
}

/** Waits for silence. */
export async function fallsSilent(page: Page): Promise<void> {
  await expect.poll(() => heardSecond(page), patience).toBe(-1)
}

/** What is heard next is the second where the music stood, or shortly after on a busy machine. */
export async function goesOnFrom(page: Page, stood: number): Promise<void> {
  const heard = { second: -1 }
  const listenOn = async () => (heard.second = await heardSecond(page))
  await expect.poll(listenOn, { timeout: 40_000 }).toBeGreaterThanOrEqual(stood - 1)
  expect(heard.second).toBeLessThanOrEqual(stood + 5)
}
