import { faults, LOOKS } from './axe'
import { expect, test } from './site'
import { templates } from './templates'

// A long thread keeps axe busy for a while, on a busy machine for longer.
test.describe.configure({ timeout: 90_000 })

for (const { name, open } of templates) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    // Each width and each colour scheme once: colours are the same at every width.
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await open(page)
    expect(await faults(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await faults(page, LOOKS)).toEqual([])
  })
}

test('axe sees what is wrong on such a page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/the-last-boat/')
  await page.evaluate(() => {
    document.documentElement.removeAttribute('lang')
    document.querySelector('.lead-image img')?.removeAttribute('alt')
    document.querySelector('label[for="email"]')?.remove()
    const dek = document.querySelector<HTMLElement>('.article-header .dek')
    if (dek) dek.style.color = '#444'
  })
  const seen = (found: string[]) => [...new Set(found.map((fault) => fault.split(':')[0]))].sort()
  expect(seen(await faults(page))).toEqual(['color-contrast', 'html-has-lang', 'image-alt', 'label'])
  expect(seen(await faults(page, LOOKS))).toEqual(['color-contrast'])
})
