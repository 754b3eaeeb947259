import sharp from 'sharp'
import { archivePicture } from './archived-picture'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

const OLD = '/wp-content/uploads/2020/02/pier.jpg'

test('old addresses answer with the file and its sizes; without script, in Arabic and narrow, it is described and deleted', async ({
  page,
  request,
}) => {
  test.setTimeout(90_000)
  await archivePicture(OLD)
  expect((await request.get(OLD)).status()).toBe(200)
  const sized = await request.get(OLD.replace('.jpg', '-300x200.jpg'))
  const { width, height } = await sharp(await sized.body()).metadata()
  expect([sized.status(), width, height]).toEqual([200, 300, 200])
  expect((await request.get(OLD.replace('pier', 'none').replace('.jpg', '-300x200.jpg'))).status()).toBe(404)

  await page.setViewportSize({ width: 360, height: 740 })
  await enterAs(page, 'EDITOR')
  sql(`UPDATE User SET locale = 'ar' WHERE role = 'EDITOR'`)
  try {
    await page.goto('/admin/media/?shape=list&words=pier')
    await page.getByRole('link', { name: 'pier.jpg' }).click()
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await page.getByLabel('التعليق').fill('رصيف قديم')
    await page.getByLabel('آخر يوم يجوز فيه استعمالها').fill('2026-02-28')
    await page.getByRole('button', { name: 'احفظ' }).click()
    await expect(page.getByText('حُفظ.')).toBeVisible()
    await expect(page.getByLabel('التعليق')).toHaveValue('رصيف قديم')
    await expect(page.locator('.tag', { hasText: 'انتهت الحقوق' })).toBeVisible()
    expect(await wider()).toBe(0)
    await page.getByRole('button', { name: 'احذف الملف' }).click()
    await expect(page.getByText('حُذف الملف.')).toBeVisible()
  } finally {
    sql(`UPDATE User SET locale = NULL WHERE role = 'EDITOR'`)
  }
  await expect.poll(async () => (await request.get(OLD)).status(), { timeout: 20_000 }).toBe(404)
})
