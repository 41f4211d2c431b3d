import { readFile } from 'node:fs/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { apiOf, newListener } from './accounts.ts'
import { violations } from './accessibility.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { addTracks, tone } from './library.ts'
import { Player } from './pages/player.ts'

const titles = ['Tally alpha', 'Tally bravo']
const timeZone = 'Asia/Kathmandu'

beforeAll(async () => {
  const tracks = titles.map((title) => ({
    title,
    artist: 'Tally sticks',
    genre: 'Tally',
    audio: tone({ pitch: 310, seconds: 90 }),
  }))
  await addTracks(apiOf(admin), tracks)
}, 60_000)

afterAll(closeBrowser)

it.each(['light', 'dark'] as const)(
  'draws what the server added up, and tells it as tables: %s',
  async (colorScheme) => {
    const account = await newListener()
    const segue = apiOf(account)
    const { items } = await segue.tracks.list.query({ q: 'Tally sticks' })
    // At one moment: no hour or day ends between the plays.
    const playedAt = new Date().toISOString()
    for (const [index, track] of items.entries())
      for (let times = 0; times <= index; times++) {
        const { playId } = await segue.stream.start.mutate({ trackId: track.id, playedAt })
        await segue.stream.report.mutate({ playId, positionMs: 0, listenedMs: 80_000 })
      }
    const { page } = await openPage('/listening', {
      as: account,
      timezoneId: timeZone,
      colorScheme,
    })
    const player = new Player(page)
    await player.heading('Your listening').waitFor()
    await page.locator('.recharts-bar-rectangle path').first().waitFor()
    expect(await violations(page)).toEqual([])

    const stats = await segue.history.stats.query({ timeZone })
    expect(stats).toMatchObject({ plays: 3, listenedMs: 240_000, distinct: { tracks: 2 } })
    const main = page.getByRole('main')
    for (const title of ['Calendar', 'By the hour', 'By the day of the week'])
      await main.getByRole('button', { name: `As a table: ${title}` }).click()
    const rows = async (title: string) => {
      const table = main.getByRole('table', { name: title })
      const cells = await table
        .getByRole('row')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
      return cells.slice(1).filter(([, plays]) => plays !== '0')
    }
    const [hour, weekday, day] = [stats.perHour[0], stats.perWeekday[0], stats.perDay[0]]
    const name = (options: Intl.DateTimeFormatOptions, date: string | number) =>
      new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(new Date(date))
    expect(await rows('By the hour')).toEqual([
      [name({ hour: 'numeric' }, Date.UTC(2026, 0, 1, hour?.hour)), '3', '4 min'],
    ])
    expect(await rows('By the day of the week')).toEqual([
      [name({ weekday: 'long' }, Date.UTC(2026, 0, 4 + (weekday?.weekday ?? 0))), '3', '4 min'],
    ])
    expect(await rows('Calendar')).toEqual([
      [name({ dateStyle: 'full' }, `${day?.day}T00:00:00Z`), '3', '4 min'],
    ])
    expect(await violations(page)).toEqual([])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(lines).toContain(`Day,${day?.day},3,240000`)
    expect(lines).toContain('Genre,Tally,3,240000')

    await player.select('Span of time', String(new Date().getFullYear()))
    await page.waitForURL(/\?year=\d{4}$/)
    await page.goto('/listening?year=1999')
    await page.getByText('Nothing played in that time').waitFor()
    await player.select('Span of time', 'Last 7 days')
    await expect.poll(() => player.titles(), patience).toHaveLength(2)
  },
)
