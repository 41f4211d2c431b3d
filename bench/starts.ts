import type { Page } from 'playwright-core'

import { heldTime, linkTime, sinceThePress } from './ear.ts'
import type { Figure } from './measures.ts'

const restMs = 1000
/** So long a hand holds a button down, or a little longer. */
const heldMs = 80

/**
 * Where a button is. Asked without what a driver's own questions bring with them: they count as a
 * gesture, and a page that had one may sound before anybody has pressed anything.
 * @param which an expression that gives the element
 */
async function placeOf(page: Page, which: string): Promise<{ x: number; y: number }> {
  const devtools = await page.context().newCDPSession(page)
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
      ((${which}).getBoundingClientRect())`,
    returnByValue: true,
  })
  await devtools.detach()
  return result.value
}

/**
 * Brings the pointer to a button and presses it, with no time between down and up and before
 * anything can come of the hovering.
 */
async function pressAtOnce(page: Page, which: string): Promise<void> {
  const { x, y } = await placeOf(page, which)
  await page.mouse.click(x, y)
}

/** Lets everything come to rest that a start or an approach brings with it. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(restMs)
}

async function timed(page: Page, name: string, press: () => Promise<void>): Promise<Figure[]> {
  await press()
  const ms = await sinceThePress(page)
  const linkMs = await linkTime(page)
  await rest(page)
  if (ms === null) return []
  return [
    { name, unit: 'ms', value: ms },
    { name: `${name}: over the link's round trip`, unit: 'ms', value: ms - linkMs },
  ]
}

/** Over a link that is at hand the sound waits for no round trip. */
const withoutRoundTrip = ([sound]: Figure[]): Figure[] => (sound ? [sound] : [])

const rowButton = (row: number) =>
  `document.querySelectorAll('main [role=row] button[aria-label^="Play "]')[${row}]`

async function hoverUntilWarm(page: Page, row: number): Promise<void> {
  const warmed = page.waitForResponse(/stream\.prepare/)
  const { x, y } = await placeOf(page, rowButton(row))
  await page.mouse.move(x, y)
  await (await warmed).finished()
  await rest(page)
}

/** Brings the pointer into the page, as somebody does who is about to press something. */
async function approach(page: Page): Promise<void> {
  await page.mouse.move(2, 2)
  await page.mouse.move(4, 4, { steps: 10 })
  await rest(page)
}

/** From the press on a row's Play to sound: the first one of a page, and later ones; all cold. */
export async function measureColdStarts(page: Page): Promise<Figure[]> {
  await approach(page)
  const cold = (name: string, row: number) =>
    timed(page, name, () => pressAtOnce(page, rowButton(row)))
  return [
    ...(await cold('click to sound, first of the page, cold', 1)),
    ...(await cold('click to sound, later, cold', 4)),
  ]
}

/** The same with a pointer that rested on the row before, and the next one of the queue. */
export async function measureWarmStarts(page: Page): Promise<Figure[]> {
  const warm = async (name: string, row: number) => {
    await hoverUntilWarm(page, row)
    return withoutRoundTrip(await timed(page, name, () => pressAtOnce(page, rowButton(row))))
  }
  const next = `document.querySelector('section[aria-label=Player] button[aria-label=Next]')`
  return [
    ...(await warm('click to sound, first of the page, warmed by the pointer', 1)),
    ...(await warm('click to sound, later, warmed by the pointer', 4)),
    ...withoutRoundTrip(
      await timed(page, 'click to sound, next of the queue', () => pressAtOnce(page, next)),
    ),
  ]
}

/** As a hand does it: the pointer rests, goes down, and up again a moment later. From the click on. */
export async function measureHeldStart(page: Page): Promise<Figure[]> {
  await approach(page)
  await hoverUntilWarm(page, 1)
  await page.mouse.down()
  await page.waitForTimeout(heldMs)
  await page.mouse.up()
  const ms = await sinceThePress(page)
  if (ms === null) return []
  const name = `click to sound, first of the page, warmed, held ${heldMs} ms`
  return [{ name, unit: 'ms', value: ms - (await heldTime(page)) }]
}

/** The same sound from one element on an empty page: what the browser itself takes for it. */
export async function measureSoundFloor(page: Page): Promise<Figure[]> {
  await approach(page)
  const floor = async (name: string) => {
    const [sound] = await timed(page, name, () =>
      pressAtOnce(page, `document.querySelector('button')`),
    )
    return sound ? [sound] : []
  }
  return [
    ...(await floor('floor (one element): click to sound, first of the page')),
    ...(await floor('floor (one element): click to sound, later')),
  ]
}
