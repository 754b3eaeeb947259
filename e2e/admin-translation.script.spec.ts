import { faults } from './axe'
import { headOf } from './head-facts'
import { enterAs, isSaved, writeArticle } from './newsroom'
import { expect, test } from './site'

test('an article is said to be the translation of another, and readers’ pages name each other once both are public', {
  tag: '@long',
}, async ({ page, request }) => {
  test.setTimeout(150_000)
  const publish = async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.waitForURL(/\?did=publish/)
  }
  const languages = async (path: string) =>
    headOf(await (await request.get(path)).text())
      .links.filter(({ hreflang }) => hreflang)
      .map(({ hreflang, href = '' }) => `${hreflang} ${decodeURI(new URL(href).pathname)}`)
  await enterAs(page, 'EDITOR')
  await writeArticle(page, 'The lamp of the outer quay', 'It was lit.')
  await publish()

  await writeArticle(page, 'مصباح الرصيف الخارجي', 'أضيء المصباح.')
  const part = page.locator('#details summary', { hasText: 'Language' })
  await part.click()
  await page.getByLabel('Language', { exact: true }).selectOption('ar')
  const field = page.getByLabel('Choose the original by its headline')
  await field.fill('lamp of the outer')
  await expect(page.locator('#translation-choices option')).toHaveAttribute('value', /^The lamp of the outer quay \(/)
  const name = (await page.locator('#translation-choices option').getAttribute('value')) ?? ''
  await field.fill(name)
  await expect(page.getByRole('button', { name: 'Remove The lamp of the outer quay' })).toBeVisible()
  await isSaved(page)
  expect(await faults(page)).toEqual([])
  await page.reload()
  await part.click()
  await expect(page.getByRole('button', { name: 'Remove The lamp of the outer quay' })).toBeVisible()
  expect(await languages('/the-lamp-of-the-outer-quay/')).toEqual([])

  await publish()
  const both = [
    'en /the-lamp-of-the-outer-quay/',
    'ar /مصباح-الرصيف-الخارجي/',
    'x-default /the-lamp-of-the-outer-quay/',
  ]
  for (const path of ['/the-lamp-of-the-outer-quay/', encodeURI('/مصباح-الرصيف-الخارجي/')]) {
    await expect.poll(() => languages(path), { timeout: 15_000 }).toEqual(both)
  }
})
