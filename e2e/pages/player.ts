import type { Locator, Page } from 'playwright-core'

type PageName =
  | 'Tracks'
  | 'Artists'
  | 'Albums'
  | 'Genres'
  | 'Favourites'
  | 'Playlists'
  | 'History'
  | 'Queue'

/** The player as a listener finds their way in it: by what things are and are called. */
export class Player {
  readonly page: Page
  readonly bar: Locator
  readonly seek: Locator
  readonly volume: Locator
  readonly search: Locator
  /** The heading of the first page. */
  readonly greeting: Locator
  /** Every row of the list that the page shows, without its head. */
  readonly rows: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('region', { name: 'Player' })
    this.seek = this.bar.getByRole('slider', { name: 'Seek' })
    this.volume = this.bar.getByRole('slider', { name: 'Volume' })
    this.search = page.getByRole('searchbox', { name: 'Search' })
    this.greeting = page.getByRole('heading', { name: /^Good (morning|afternoon|evening)$/ })
    this.rows = page.getByRole('row').filter({ has: page.getByRole('cell') })
  }

  /** A button of the bar: Play, Pause, Next, Previous, Mute. */
  button(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true })
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title })
  }

  /** What was said in passing, out of the way of the page. */
  notification(text: string): Locator {
    return this.page.getByRole('region', { name: 'Notifications' }).getByText(text)
  }

  /** The heart of a track, in its row; pressed or not. */
  heart(title: string, pressed: boolean): Locator {
    return this.row(title).getByRole('button', { name: `Favourite: ${title}`, pressed })
  }

  /** Titles in the order of the rows. */
  async titles(): Promise<string[]> {
    const buttons = this.rows.getByRole('button', { name: /^(Play|Pause) / })
    const names = await buttons.evaluateAll((all) =>
      all.map((button) => button.getAttribute('aria-label') ?? ''),
    )
    return names.map((name) => name.replace(/^(Play|Pause) /, ''))
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 1 })
  }

  async play(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Play ${title}`, exact: true }).click()
  }

  /** Chooses from the menu of a row. */
  async choose(title: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `More for ${title}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
    // Its successor has the same items, and is not to be taken for it while it fades.
    await this.page.getByRole('menu').first().waitFor({ state: 'detached' })
  }

  /** Sets one of the filters over the list. */
  async select(filter: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: filter }).click()
    await this.page.getByRole('option', { name: option }).click()
  }

  /** Follows a link of the navigation. */
  async goTo(name: PageName): Promise<void> {
    const main = this.page.getByRole('navigation', { name: 'Main' })
    await main.getByRole('link', { name, exact: true }).click()
    await this.heading(name).waitFor()
  }

  async register(account: { email: string; password: string }): Promise<void> {
    await this.page.getByRole('link', { name: 'Create an account' }).click()
    await this.page.getByLabel('Nickname').fill('Listener')
    await this.#enter(account, 'Register')
  }

  async signIn(account: { email: string; password: string }): Promise<void> {
    await this.#enter(account, 'Sign in')
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click()
    await this.heading('Welcome back').waitFor()
  }

  async #enter({ email, password }: { email: string; password: string }, button: string) {
    await this.page.getByLabel('E-mail').fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: button, exact: true }).click()
  }
}
