import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { drawing } from '@/lib/testing/uploads/material'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

test.describe.configure({ timeout: 240_000 })

let seed = Math.floor(Date.now() / 1_000) % 100_000
const SVG = { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') }

/** An image that nobody has sent before. */
const newFile = async (name: string, width = 1_000, height = 600) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await drawing(++seed, width, height).jpeg().toBuffer(),
})

/** Two processors may be busy with other things. */
const ARRIVES = { timeout: 45_000 }

const isSaved = (page: Page) => expect(page.locator('.edit-bar .saved')).toHaveText(/^Saved /, { timeout: 20_000 })
const images = (page: Page): Locator => page.locator('.document figure.image img')
const place = (page: Page): Locator => page.locator('.upload-place')

/** A new article with a headline and a paragraph; the cursor is in an empty one below. Answers its public address. */
async function begin(page: Page, headline: string): Promise<string> {
  await page.goto('/admin/articles/')
  await page.getByRole('button', { name: 'New article' }).click()
  await page.waitForURL(/\/admin\/articles\/\d+\/$/)
  await page.locator('.document').click()
  await page.keyboard.type('Words before the picture.')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Headline' }).fill(headline)
  await page.locator('.document p').last().click()
  return `/${headline.toLowerCase().replaceAll(' ', '-')}/`
}

/** Through the menu of `/`, as somebody without a mouse does it. */
async function choose(page: Page, block: 'image' | 'gallery', files: Parameters<Locator['setInputFiles']>[0]) {
  await page.keyboard.type(`/${block}`)
  await page.keyboard.press('Enter')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: 'Choose images…' }).press('Enter')
  await (await chooser).setFiles(files as string)
}

/** What is missing of a picture is listed above it a moment after the picture is there, and moves it from under the pointer. */
async function openLeadImage(page: Page) {
  const summary = page.locator('summary', { hasText: /^Lead image/ })
  await expect(async () => {
    if (!(await page.locator('details[open]', { has: summary }).count())) await summary.click()
    await expect(page.locator('details[open]', { has: summary })).toHaveCount(1, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
}

test('a picture by choice stands in the text, and readers get it in their size', async ({ page, browser }) => {
  await enterAs(page, 'EDITOR')
  const path = await begin(page, 'A boat by choice')
  await choose(page, 'image', [await newFile('boat.jpg')])
  await expect(images(page)).toHaveCount(1, ARRIVES)
  await expect(place(page)).toHaveCount(0)
  await images(page).first().click()
  await page.getByRole('textbox', { name: 'Alt text' }).fill('A boat at the quay')
  await page.getByRole('textbox', { name: 'Credit' }).first().fill('Mirela Voss')
  await isSaved(page)
  await page.reload()
  await expect(images(page)).toHaveAttribute('alt', 'A boat at the quay')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL(/\?did=/)

  const reader = await (await browser.newContext()).newPage()
  await reader.goto(path)
  const picture = reader.locator('.article-body picture')
  const shown = picture.locator('img')
  await expect(shown).toHaveAttribute('width', '1000')
  await expect(shown).toHaveAttribute('height', '600')
  expect(await picture.locator('source[type="image/webp"]').getAttribute('srcset')).toMatch(
    /320\.webp 320w,.*1000\.webp 1000w$/,
  )
  await shown.scrollIntoViewIfNeeded()
  const loaded = () => shown.evaluate((img: HTMLImageElement) => (img.naturalWidth > 0 ? img.currentSrc : ''))
  await expect.poll(loaded).toMatch(/\.(webp|avif)$/)
  // The slow variants are made beside; the page is drawn anew when they are there, and not before.
  await expect
    .poll(
      async () => {
        await reader.reload()
        return picture.locator('source').first().getAttribute('type')
      },
      { timeout: 90_000, intervals: [1_000] },
    )
    .toBe('image/avif')
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(loaded).toMatch(/\.avif$/)
})

test('pictures that are pasted or dropped stand where they were put', async ({ page }) => {
  await enterAs(page, 'AUTHOR')
  await begin(page, 'Boats by hand')
  const give = async (kind: 'paste' | 'drop') => {
    const { buffer } = await newFile('boat.jpg', 400, 300)
    await page
      .locator('.document p')
      .last()
      .evaluate(
        (element, [base64, how]) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          const data = new DataTransfer()
          data.items.add(new File([bytes], 'boat.jpg', { type: 'image/jpeg' }))
          const { left, top } = element.getBoundingClientRect()
          const at = { bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 5 }
          const event =
            how === 'paste'
              ? new ClipboardEvent('paste', { ...at, clipboardData: data })
              : new DragEvent('drop', { ...at, dataTransfer: data })
          element.dispatchEvent(event)
        },
        [buffer.toString('base64'), kind] as const,
      )
  }
  await give('paste')
  await expect(images(page)).toHaveCount(1, ARRIVES)
  await give('drop')
  await expect(images(page)).toHaveCount(2, ARRIVES)
  await isSaved(page)
  await page.reload()
  await expect(images(page)).toHaveCount(2)
})

test('several at once are a gallery, and what is refused says why beside them', { tag: '@long' }, async ({ page }) => {
  await enterAs(page, 'AUTHOR')
  await begin(page, 'A gallery of boats')
  await choose(page, 'gallery', [await newFile('a.jpg', 300, 200), SVG, await newFile('b.jpg', 300, 200)])
  await expect(page.locator('.document figure.gallery img')).toHaveCount(2, ARRIVES)
  await expect(place(page).getByRole('alert')).toHaveText(/An SVG drawing can carry scripts.*Export it as a PNG/)
  await page.keyboard.type('Written meanwhile.')
  await expect(page.locator('.document')).toContainText('Written meanwhile.')
  await place(page).getByRole('button', { name: 'Close the line about drawing.svg' }).click()
  await expect(place(page)).toHaveCount(0)
  await isSaved(page)
})

test('a lost connection loses no file, and one on its way can be called back', async ({ page, context }) => {
  await enterAs(page, 'AUTHOR')
  await begin(page, 'Boats in a tunnel')
  await context.setOffline(true)
  await choose(page, 'image', [await newFile('tunnel.jpg', 300, 200)])
  await expect(place(page).getByRole('alert')).toContainText('The connection broke.', ARRIVES)
  await context.setOffline(false)
  await place(page).getByRole('button', { name: 'Try tunnel.jpg again' }).click()
  await expect(images(page)).toHaveCount(1, ARRIVES)

  await page.route('**/admin/media/upload/', () => undefined)
  await page.locator('.document').press('Control+End')
  await page.keyboard.press('Enter')
  await choose(page, 'image', [await newFile('never.jpg', 300, 200)])
  await place(page).getByRole('button', { name: 'Cancel never.jpg' }).click()
  await expect(place(page)).toHaveCount(0)
  await expect(images(page)).toHaveCount(1)
})

test('the lead image is chosen, keeps what was written for it, and is on the card and the page', async ({
  page,
  browser,
}) => {
  await enterAs(page, 'EDITOR')
  const path = await begin(page, 'A boat in the lead')
  await openLeadImage(page)
  const lead = page.locator('.drop-zone')
  await page.locator('#lead-alt').fill('A boat before anything else')
  await page.locator('#lead-credit').fill('Mirela Voss')
  await lead.locator('input[type=file]').setInputFiles(SVG)
  await expect(lead.getByRole('alert')).toContainText('Export it as a PNG')
  await lead.locator('input[type=file]').setInputFiles(await newFile('lead.jpg', 1_600, 1_000))
  await expect(lead.getByRole('img')).toBeVisible(ARRIVES)
  await expect(page.locator('#lead-alt')).toHaveValue('A boat before anything else')
  await isSaved(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL(/\?did=/)
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(path)
  const img = reader.locator('.lead-image img')
  await expect(img).toHaveAttribute('alt', 'A boat before anything else')
  await expect.poll(() => img.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBeGreaterThan(0)
  expect(await reader.locator('.lead-image source').first().getAttribute('sizes')).toContain('100vw')
  // The library has what was uploaded, once.
  expect(sql('SELECT id FROM Media WHERE originalName = ?', 'lead.jpg')).toHaveLength(1)
})

test('images that are added stand in nobody’s way, on any screen', { tag: '@long' }, async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await begin(page, 'Boats on every screen')
  const address = page.url()
  await isSaved(page)
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await page.goto(address)
    await page.locator('.document p').last().click()
    await choose(page, 'gallery', [SVG, { ...SVG, name: `${'a-long-name-'.repeat(9)}.svg` }])
    await expect(place(page).getByRole('alert')).toHaveCount(2)
    if (width === 360) await page.getByRole('link', { name: 'Details' }).click()
    await openLeadImage(page)
    expect((await new AxeBuilder({ page }).analyze()).violations, `at ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
})

test('a picture that is here already is found in the library, for the text and above it', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await begin(page, 'A boat once more')
  await choose(page, 'image', [await newFile('dinghy.jpg')])
  await expect(images(page)).toHaveCount(1, ARRIVES)
  const src = await images(page).first().getAttribute('src')

  await openLeadImage(page)
  await page.locator('.from-library summary').click()
  await page.getByRole('searchbox', { name: 'Words of its name, caption or credit' }).fill('dinghy')
  await page.locator('.from-library').getByRole('button', { name: 'dinghy.jpg' }).click()
  await expect(page.locator('#lead-src')).toHaveValue(src ?? '')
  const { violations } = await new AxeBuilder({ page }).include('.from-library').analyze()
  expect(violations).toEqual([])

  await page.locator('.document').press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/image')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('From the library').press('Enter')
  await dialog.getByRole('button', { name: 'dinghy.jpg' }).first().press('Enter')
  await expect(images(page)).toHaveCount(2)
  await isSaved(page)
})
