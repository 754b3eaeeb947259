import type { Page } from '@playwright/test'
import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

/** A phone that looks who holds it, as the browser's own tools make one. */
async function addAuthenticator(page: Page) {
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** Whether somebody is there to touch it; else what is asked for waits. */
    isTouched: (enabled: boolean) =>
      tools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    looks: (isUserVerified: boolean) => tools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

const signOut = async (page: Page) => {
  await page.goto('/admin/account/')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/login\/\?out=1$/)
}
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const forgetProof = () => sql('UPDATE Session SET confirmedAt = 0')

test('a passkey is added, named, signs in without a password, says again who it is, and is removed', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await enterAs(page, 'ADMIN')
  const phone = await addAuthenticator(page)
  const add = page.getByRole('button', { name: 'Add a passkey' })

  await page.goto('/admin/account/')
  await expect(page.getByText('You have no passkey yet.')).toBeVisible()
  await page.getByLabel('Name of the new passkey').fill('Phone')
  await add.click()
  await expect(page.getByText('Your passkey is ready.')).toBeVisible()
  await add.click()
  await expect(page.getByText('This passkey is in use already.')).toBeVisible()
  await row(page, 'Phone').getByLabel('Change Phone').click()
  await row(page, 'Phone').getByLabel('Name', { exact: true }).fill('Blue phone')
  await row(page, 'Phone').getByRole('button', { name: 'Rename Phone' }).click()
  await expect(row(page, 'Blue phone')).toContainText('on one device')
  expect(await faults(page)).toEqual([])

  // Nobody chooses what the browser offers in the field of the address, and the button is pressed instead.
  await phone.isTouched(false)
  await signOut(page)
  await expect(page.getByLabel('E-mail address')).toHaveAttribute('autocomplete', 'username webauthn')
  expect(await faults(page)).toEqual([])
  const enter = page.getByRole('button', { name: 'Sign in with a passkey' })
  await phone.looks(false)
  await expect(enter).toBeEnabled()
  await phone.isTouched(true)
  await enter.click()
  await expect(page.getByText('Nothing was done: the passkey was not confirmed in time.')).toBeVisible()
  await phone.looks(true)
  await phone.isTouched(false)
  await page.goto('/login/?next=%2Fadmin%2Faudit%2F')
  await expect(enter).toBeEnabled()
  await phone.isTouched(true)
  await enter.click()
  await expect(page).toHaveURL(/\/admin\/audit\/$/)
  await expect(page.getByRole('row').nth(1)).toContainText('by: passkey')

  // And now what is offered is chosen: nothing is pressed.
  await phone.isTouched(false)
  await signOut(page)
  await phone.isTouched(true)
  await page.goto('/login/?next=%2Fadmin%2Fmedia%2F')
  await expect(page).toHaveURL(/\/admin\/media\/$/)

  forgetProof()
  await page.goto('/admin/people/')
  await expect(page.getByRole('heading', { name: 'Is it you?' })).toBeVisible()
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click()
  await expect(page).toHaveURL(/\/admin\/people\/$/)

  forgetProof()
  await page.goto('/admin/account/')
  await add.click()
  await expect(page).toHaveURL(/\/admin\/confirm\//)
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click()
  await expect(page).toHaveURL(/\/admin\/account\/$/)
  await row(page, 'Blue phone').getByLabel('Change Blue phone').click()
  await row(page, 'Blue phone').getByRole('button', { name: 'Remove Blue phone' }).click()
  await expect(page.getByText('The passkey is removed.')).toBeVisible()
  await phone.isTouched(false)
  await signOut(page)
  await phone.isTouched(true)
  await page.goto('/login/')
  await expect(page.getByText('This passkey does not fit.')).toBeVisible()
})
