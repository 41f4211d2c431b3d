import type { Locator, Page } from 'playwright-core'

/** A file as a person would choose it from a disk. */
export interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const headings = {
  Tracks: 'Tracks',
  Upload: 'Upload',
  Users: 'Users',
  Favourites: 'Favourites',
  History: 'Play history',
  Playlists: 'Playlists',
}

/** The admin app, by what things are and are called. */
export class Admin {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** @param heading of the page that the sign-in stands in place of */
  async signIn(
    { email, password }: { email: string; password: string },
    heading = 'Tracks',
  ): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.button('Sign in').click()
    await this.page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  }

  async goTo(name: keyof typeof headings): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).click()
    await this.heading(headings[name]).waitFor()
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 1 })
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search' }).fill(text)
  }

  /** A text in sight in a row: some stand there twice, for wide and for narrow windows. */
  inRow(row: string, text: string): Locator {
    return this.row(row).getByText(text, { exact: true }).filter({ visible: true })
  }

  /** Chooses from the menu of a row. */
  async chooseFor(row: string, action: string): Promise<void> {
    await this.row(row)
      .getByRole('button', { name: /^More for / })
      .click()
    await this.page.getByRole('menuitem', { name: action, exact: true }).click()
  }

  /** Sets one of the filters over the list. */
  async select(filter: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: filter, exact: true }).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  /** Sets a filter whose options are found by typing. */
  async pick(filter: 'Listener' | 'Track', text: string): Promise<void> {
    await this.page.getByRole('combobox', { name: filter, exact: true }).click()
    await this.page.getByRole('dialog', { name: filter }).getByRole('combobox').fill(text)
    await this.page.getByRole('option', { name: text }).click()
  }

  box(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true })
  }

  /** The window over the page: a form, or a question. What is said in passing has no heading. */
  get dialog(): Locator {
    return this.page.locator('[role=dialog]:has(h2), [role=alertdialog]:has(h2)')
  }

  /** Presses the button of a window and waits until it is gone. */
  async confirm(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }

  /** What was said in passing, out of the way of the page. */
  notification(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Notifications' }).getByText(text)
  }

  async choose(files: ChosenFile[]): Promise<void> {
    await this.page.getByLabel('Audio files').setInputFiles(files)
  }

  /** Chooses files, says what is given about them and sends them. */
  async upload(
    files: ChosenFile[],
    details: Record<string, string> = {},
    cover?: ChosenFile,
  ): Promise<void> {
    await this.choose(files)
    for (const [label, text] of Object.entries(details))
      await this.page.getByLabel(label, { exact: true }).fill(text)
    if (cover) await this.page.getByLabel('Cover image').setInputFiles(cover)
    await this.button('Upload').click()
  }

  /** How far a chosen file is, or what became of it. */
  file(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Whether the keyboard's focus is on that. */
  hasFocus(place: Locator): Promise<boolean> {
    return place.evaluate((element) => element === document.activeElement)
  }

  progress(name: string): Locator {
    return this.page.getByRole('progressbar', { name: `Progress of ${name}` })
  }

  row(title: string): Locator {
    return this.page.getByRole('row').filter({ hasText: title })
  }
}
