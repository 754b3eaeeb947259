import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

test.use({ viewport: { width: 360, height: 720 } })

test('without script, on a phone, in Arabic: chosen with plain buttons, moved, and put live', async ({ page }) => {
  test.setTimeout(60_000)
  await enterAs(page, 'EDITOR')
  const [editor] = sql<{ id: string; locale: string | null }>(
    `SELECT id, locale FROM User WHERE role = 'EDITOR' AND deactivatedAt IS NULL ORDER BY createdAt LIMIT 1`,
  )
  sql(`UPDATE User SET locale = 'ar' WHERE id = ?`, editor?.id ?? '')
  try {
    await page.goto('/admin/front/')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    for (const at of [0, 1]) {
      await page.getByRole('radio').nth(at).check()
      await page.getByRole('button', { name: 'ثبّته' }).click()
      await expect(page.getByText('ثُبّت في المسودة.')).toBeVisible()
    }
    const pins = page.locator('[data-sort="pins"] a.headline')
    const [first = '', second = ''] = await pins.allTextContents()
    await page.getByRole('button', { name: `انقل «${second}» إلى أعلى` }).click()
    await expect(pins).toHaveText([second, first])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.getByLabel('حتى', { exact: true }).fill('2020-01-01T00:00')
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'اجعله في الصدارة' }).click()
    await expect(page.getByText('انتهى ذلك الوقت')).toBeVisible()
    await page.getByRole('button', { name: 'أطلقها' }).click()
    await expect(page.getByText('أُطلقت، ويراها القراء الآن.')).toBeVisible()
    await page.goto('/')
    await expect(page.locator('.stack .columns .headline').first()).toHaveText(second)
    await page.goto('/admin/front/')
    await page.getByRole('button', { name: 'تراجع: عُد إلى ما قبله' }).click()
    await expect(page.getByText('عاد الترتيب السابق إلى العرض.')).toBeVisible()
  } finally {
    sql('UPDATE User SET locale = ? WHERE id = ?', editor?.locale ?? null, editor?.id ?? '')
  }
})

test('the front is arranged by editors, and its preview is theirs', async ({ page, request }) => {
  for (const path of ['/admin/front/', '/admin/front/preview/', '/admin/front/preview/reader/']) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(303)
  }
  await enterAs(page, 'AUTHOR')
  for (const path of ['/admin/front/', '/admin/front/preview/', '/admin/front/preview/reader/']) {
    expect((await page.goto(path))?.status(), path).toBe(403)
  }
})
