import { enterAs, trouble } from './newsroom'
import { expect, sql, test } from './site'

test('an editor makes an author, readers find them by every spelling, and two profiles become one', async ({
  page,
}, info) => {
  const name = `Perpetua ${info.project.name === 'script' ? 'Lantern' : 'Windlass'}`
  const slug = name.toLowerCase().replace(' ', '-')
  const arabic = info.project.name === 'script' ? 'بربتوا لانترن' : 'بربتوا وندلس'
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/authors/')
  await page.locator('#new').getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Make the profile' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByLabel('Other spellings of the name').fill(`${arabic}\nPerpetua L.`)
  await page.getByLabel('Writes about').fill('Tides and lamps')
  await page.getByLabel('Bio', { exact: true }).fill('Of the [lamp room](https://lamps.example/).\n\nNot <b>bold</b>.')
  await page.getByLabel('Address of link 1').fill('javascript:alert(1)')
  await expect(async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('That is no address of the web.')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByLabel('Writes about')).toHaveValue('Tides and lamps')
  await expect(async () => {
    await page.getByLabel('Other spellings of the name').fill(`${arabic}\nPerpetua L.`)
    await page.getByLabel('Writes about').fill('Tides and lamps')
    await page
      .getByLabel('Bio', { exact: true })
      .fill('Of the [lamp room](https://lamps.example/).\n\nNot <b>bold</b>.')
    await page.getByLabel('Address of link 1').fill(`https://social.example/${slug}`)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved. Readers see it now.')).toBeVisible({ timeout: 2_000 })
  }).toPass()

  await page.goto(`/author/${slug}/`)
  await expect(page.getByRole('link', { name: 'lamp room' })).toHaveAttribute('href', 'https://lamps.example/')
  await expect(page.getByText('Not <b>bold</b>.')).toBeVisible()
  await expect(page.getByText('Tides and lamps')).toBeVisible()
  const said = await page.locator('script[type="application/ld+json"]').textContent()
  expect(said).toContain(`"sameAs":["https://social.example/${slug}"]`)
  await page.goto(`/search/?q=${encodeURIComponent(arabic)}`)
  await expect(page.locator('.found-authors').getByRole('link')).toHaveAttribute('href', `/author/${slug}/`)

  const [{ id } = { id: 0 }] = sql<{ id: number }>('SELECT id FROM Author WHERE slug = ?', slug)
  await page.goto(`/admin/authors/${id}/`)
  await expect(page.getByRole('button', { name: 'Delete the profile' })).toBeVisible()
  await page.getByLabel('Into the author').fill('maren-oldacre')
  await page.getByRole('checkbox', { name: /This cannot be undone/ }).check()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText('Merged: 0 articles have the other name now.')).toBeVisible()
  const gone = await page.request.get(`/author/${slug}/`, { maxRedirects: 0 })
  expect([gone.status(), gone.headers().location]).toEqual([301, '/author/maren-oldacre/'])
  sql(`UPDATE Author SET spellings = NULL WHERE slug = 'maren-oldacre'`)
})

test('whoever has a profile edits it, and no other; an admin says whose it is', async ({ page }) => {
  const [author] = sql<{ id: string; authorId: number | null }>(
    `SELECT id, authorId FROM User WHERE role = 'AUTHOR' AND deactivatedAt IS NULL ORDER BY createdAt LIMIT 1`,
  )
  const [free] = sql<{ id: number }>(
    'SELECT id FROM Author WHERE id NOT IN (SELECT authorId FROM User WHERE authorId IS NOT NULL) ORDER BY id LIMIT 1',
  )
  if (!author || !free) throw new Error('the demo newsroom is not there')
  sql('UPDATE User SET authorId = NULL WHERE id = ?', author.id)
  try {
    await enterAs(page, 'AUTHOR')
    await page.goto('/admin/authors/')
    await expect(page.getByText('No profile is yours yet.')).toBeVisible()
    await enterAs(page, 'ADMIN')
    await page.goto(`/admin/authors/${free.id}/`)
    await page.getByLabel('Belongs to').selectOption(author.id)
    await page.getByRole('button', { name: 'Save whose it is' }).click()
    await expect(page.getByText('The profile belongs to that account now.')).toBeVisible()
    await enterAs(page, 'AUTHOR')
    await page.goto('/admin/account/')
    await page.getByRole('link', { name: 'Authors' }).click()
    await expect(page.locator('tbody tr')).toHaveCount(1)
    await page.locator('tbody a').click()
    await expect(page.getByLabel('Bio', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Last part of the address')).toHaveCount(0)
    await expect(trouble(page)).toHaveCount(0)
    const [other] = sql<{ id: number }>('SELECT id FROM Author WHERE id <> ? LIMIT 1', free.id)
    expect((await page.goto(`/admin/authors/${other?.id}/`))?.status()).toBe(404)
  } finally {
    sql('UPDATE User SET authorId = ? WHERE id = ?', author.authorId, author.id)
  }
})
