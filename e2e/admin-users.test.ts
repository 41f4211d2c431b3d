import { afterAll, expect, it } from 'vitest'

import { type Account, apiOf, newAccount, newListener } from './accounts.ts'
import { closeBrowser, openPage, patience } from './browser-page.ts'
import { admin } from './global-setup.ts'
import { Admin } from './pages/admin.ts'

const keeper = () => apiOf(admin)

afterAll(closeBrowser)

it('makes an account, and a link with which its owner chooses the password', async () => {
  const { page } = await openPage('/admin/users', { as: admin, expectedErrors: [/409/] })
  const app = new Admin(page)
  const { email } = newAccount()
  await app.button('New user').click()
  await app.dialog.getByLabel('Name').fill('Nova')
  await app.dialog.getByLabel('E-mail').fill(email)
  await app.button('Create').click()
  const link = new URL(await app.dialog.getByLabel('Link').inputValue())
  await app.confirm('Done')
  await app.inRow(email, 'Never').waitFor()
  const password = 'a password of my own'
  const { page: theirs } = await openPage(link.href)
  await theirs.getByLabel('New password').fill(password)
  await theirs.getByLabel('New password').press('Enter')
  await theirs.getByRole('heading', { name: 'Welcome back' }).waitFor()
  const { nickname, role } = await apiOf({ email, password }).me.get.query()
  expect({ nickname, role }).toEqual({ nickname: 'Nova', role: 'listener' })

  await app.button('New user').click()
  await app.dialog.getByLabel('Name').fill('Nova again')
  await app.dialog.getByLabel('E-mail').fill(email.toUpperCase())
  await app.button('Create').click()
  await app.dialog.getByText('An account with this e-mail exists already.').waitFor()
}, 90_000)

it('shuts somebody out at once, in a browser of theirs, and lets them in again', async () => {
  const listener = await newListener()
  const { page: theirs } = await openPage('/tracks', { as: listener, expectedErrors: [/401|403/] })
  await theirs.getByRole('heading', { name: 'Tracks', level: 1 }).waitFor()
  const { page } = await openPage(`/admin/users?q=${listener.email}`, { as: admin })
  const app = new Admin(page)
  await app.chooseFor(listener.email, 'Disable')
  await app.confirm('Disable')
  await app.inRow(listener.email, 'Disabled').waitFor()
  await theirs.getByRole('navigation').getByRole('link', { name: 'History' }).click()
  await theirs.getByRole('heading', { name: 'Welcome back' }).waitFor()

  await app.select('State', 'Disabled')
  await app.chooseFor(listener.email, 'Enable')
  await app.confirm('Enable')
  await page.getByText('Nothing matches').waitFor()
  expect((await apiOf(listener).me.get.query()).email).toBe(listener.email)
})

it('ends the sessions of somebody, who signs in again with a link for a new password', async () => {
  const listener = await newListener()
  const segue = apiOf(listener)
  await segue.me.get.query()
  const { page } = await openPage(`/admin/users?q=${listener.email}`, { as: admin })
  const app = new Admin(page)
  await app.chooseFor(listener.email, 'End sessions')
  await app.confirm('End sessions')
  await app.notification(/^\d sessions? ended$/).waitFor()
  await app.chooseFor(listener.email, 'Link for a new password')
  await app.button('Make the link').click()
  const link = await app.dialog.getByLabel('Link').inputValue()
  const password = 'another password of mine'
  const token = new URL(link).hash.slice(1)
  await keeper().auth.resetPassword.mutate({ token, newPassword: password })
  await expect(apiOf(listener).me.get.query()).rejects.toThrow('invalid_credentials')
  await apiOf({ ...listener, password }).me.get.query()
})

it('changes name, e-mail and role, and says where to find what somebody has', async () => {
  const listener = await newListener()
  const renamed: Account = { ...newAccount(), password: listener.password }
  const { page } = await openPage('/admin/users', { as: admin })
  const app = new Admin(page)
  await app.search(listener.email)
  await app.chooseFor(listener.email, 'Edit')
  await app.dialog.getByLabel('Name').fill('Renamed')
  await app.dialog.getByLabel('E-mail').fill(renamed.email)
  await app.select('Role', 'Administrator')
  await app.confirm('Save')
  await app.notification('Renamed saved').waitFor()
  expect(await apiOf(renamed).me.get.query()).toMatchObject({ nickname: 'Renamed', role: 'admin' })

  await app.search(renamed.email)
  await app.inRow(renamed.email, 'Administrator').waitFor()
  await app.chooseFor(renamed.email, 'Edit')
  await app.select('Role', 'Listener')
  await app.confirm('Save')
  await page.reload()
  await app.inRow(renamed.email, 'Listener').waitFor()
  expect((await apiOf(renamed).me.get.query()).role).toBe('listener')
  await app.chooseFor(renamed.email, 'Playlists')
  await app.heading('Playlists').waitFor()
  await page.getByText('Nothing matches').waitFor()
})

it('erases an account only once its e-mail was typed', async () => {
  const listener = await newListener()
  const { page } = await openPage(`/admin/users?q=${listener.email}`, { as: admin })
  const app = new Admin(page)
  await app.chooseFor(listener.email, 'Remove')
  const confirmation = app.dialog.getByRole('textbox')
  await confirmation.fill('somebody@example.com')
  await app.dialog.getByRole('button', { name: 'Remove' }).click()
  await app.dialog.getByText('That isn’t the e-mail of this account.').waitFor()
  await confirmation.fill(listener.email)
  await app.confirm('Remove')
  await page.getByText('Nothing matches').waitFor()
  await expect.poll(() => app.hasFocus(app.heading('Users')), patience).toBe(true)
  await expect(apiOf(listener).me.get.query()).rejects.toThrow('invalid_credentials')
})

it('warns of shutting oneself out, and keeps the last administrator', async () => {
  expect((await keeper().admin.users.list.query({ role: 'admin' })).items).toHaveLength(1)
  const { page } = await openPage(`/admin/users?q=${admin.email}`, {
    as: admin,
    expectedErrors: [/409/],
  })
  const app = new Admin(page)
  await app.inRow(admin.email, 'You').waitFor()
  await app.chooseFor(admin.email, 'Edit')
  await app.dialog.waitFor()
  await app.select('Role', 'Listener')
  await app.dialog.getByText('This is your own account').waitFor()
  await app.confirm('Cancel')
  await app.chooseFor(admin.email, 'Disable')
  await app.dialog.getByText('This is your own account').waitFor()
  await app.dialog.getByRole('button', { name: 'Disable' }).click()
  await app.dialog.getByText('The last administrator has to stay one.').waitFor()
  await app.confirm('Cancel')
  expect((await keeper().me.get.query()).role).toBe('admin')
})
