import type { Locator, Page } from 'playwright-core'

/** A file as a person would choose it from a disk. */
export interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
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

  async goTo(name: 'Tracks' | 'Upload'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).click()
    await this.page.getByRole('heading', { name, level: 1 }).waitFor()
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
