import type { Locator, Page } from 'playwright-core'

/** The listener's own page, by its sections. */
export class MyPage {
  readonly profile: Locator
  readonly email: Locator
  readonly password: Locator
  readonly devices: Locator
  readonly data: Locator
  readonly deletion: Locator

  constructor(page: Page) {
    const section = (name: string) => page.getByRole('region', { name, exact: true })
    this.profile = section('Profile')
    this.email = section('E-mail address')
    this.password = section('Password')
    this.devices = section('Signed-in devices')
    this.data = section('Your data')
    this.deletion = section('Delete account')
  }

  async changeEmail(email: string, currentPassword: string): Promise<void> {
    await this.email.getByLabel('New e-mail').fill(email)
    await this.email.getByLabel('Current password').fill(currentPassword)
    await this.email.getByRole('button', { name: 'Change e-mail' }).click()
  }

  async changePassword(currentPassword: string, newPassword: string): Promise<void> {
    await this.password.getByLabel('Current password').fill(currentPassword)
    await this.password.getByLabel('New password').fill(newPassword)
    await this.password.getByRole('button', { name: 'Change password' }).click()
  }
}
