import type { Locator, Page } from 'playwright-core'

/** The page of one playlist, for its owner. */
export class PlaylistPage {
  readonly page: Page
  readonly main: Locator

  constructor(page: Page) {
    this.page = page
    this.main = page.getByRole('main')
  }

  /** The handle that an entry is moved by. */
  handle(title: string): Locator {
    return this.page.getByRole('button', { name: `Move ${title}`, exact: true })
  }

  /** Chooses from the menu of the playlist itself. */
  async choose(name: string, action: string): Promise<void> {
    await this.main.getByRole('button', { name: `More for ${name}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
    // Its successor has the same items, and is not to be taken for it while it fades.
    await this.page.getByRole('menu').first().waitFor({ state: 'detached' })
  }

  /** Carries an entry by its handle to where another one is. */
  async drag(title: string, onto: string): Promise<void> {
    const from = await centre(this.handle(title))
    const to = await centre(this.handle(onto))
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(to.x, to.y, { steps: 4 })
    await this.page.mouse.up()
  }

  /** Carries an entry by its handle to where another one is, with a finger. */
  async dragByTouch(title: string, onto: string): Promise<void> {
    const from = await centre(this.handle(title))
    const to = await centre(this.handle(onto))
    const devtools = await this.page.context().newCDPSession(this.page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: y === undefined ? [] : [{ x: from.x, y }],
      })
    await send('touchStart', from.y)
    await send('touchMove', (from.y + to.y) / 2)
    await send('touchMove', to.y)
    await send('touchEnd')
  }
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('what is to be dragged is not in sight')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
