import { enterAs, isSaved, writeArticle } from './newsroom'
import { sql, test } from './site'
test('shots', async ({ page }) => {
  test.setTimeout(200_000)
  await enterAs(page, 'EDITOR')
  await writeArticle(page, 'مصباح الرصيف الخارجي', 'أضيء المصباح.')
  const [boat] = sql<{ id: number }>(`SELECT id FROM Article WHERE path = '/the-last-boat/'`)
  for (const [lang, scheme, width] of [['en', 'light', 1280], ['en', 'dark', 360], ['ar', 'light', 1280], ['ar', 'dark', 360]] as const) {
    sql('UPDATE User SET locale = ? WHERE role = ?', lang, 'EDITOR')
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    await page.reload()
    const part = page.locator('#details details').last()
    await part.locator('summary').click()
    await part.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `/tmp/head-draw/shots/empty-${lang}-${scheme}-${width}.png` })
    if (lang === 'en' && width === 1280) {
      const field = page.locator('#translation')
      await field.fill('last boat')
      await page.locator('#translation-choices option').first().waitFor({ state: 'attached' })
      const name = (await page.locator('#translation-choices option').first().getAttribute('value')) ?? ''
      await page.locator('#language').selectOption('ar')
      await field.fill(name)
      await isSaved(page)
      await page.screenshot({ path: `/tmp/head-draw/shots/chosen-${lang}.png` })
    }
  }
  await page.goto(`/admin/articles/${boat?.id}/`)
})
