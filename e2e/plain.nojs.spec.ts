import { expect, test } from './site'
import { templates } from './templates'

const DIRECTIONS: Record<string, string> = { en: 'ltr', ar: 'rtl', fa: 'rtl' }
const SCRIPTS = /<script[\s\S]*?<\/script>/g

test('every page is complete without script', async ({ page }) => {
  test.setTimeout(120_000)
  const attribute = (selector: string, name: string) => page.locator(selector).getAttribute(name)
  const main = page.locator('main')
  for (const { name, open, status, locale, indexed } of templates) {
    const response = await open(page)
    const head = {
      name,
      status: response.status(),
      type: response.headers()['content-type'],
      lang: await attribute('html', 'lang'),
      dir: await attribute('html', 'dir'),
      title: await page.title(),
      feed: await page.locator('link[rel="alternate"][type="application/rss+xml"]').first().getAttribute('href'),
      icon: await attribute('link[rel="icon"][type="image/svg+xml"]', 'href'),
      headings: await page.locator('h1:visible').count(),
      ...(indexed
        ? {
            description: await attribute('meta[name="description"]', 'content'),
            canonical: await attribute('link[rel="canonical"]', 'href'),
          }
        : {}),
      robots: await attribute('meta[name="robots"]', 'content'),
    }
    expect.soft(head).toEqual({
      name,
      status,
      type: 'text/html; charset=utf-8',
      lang: locale,
      dir: DIRECTIONS[locale],
      title: expect.stringMatching(/^Broadsheet: \S|\S – Broadsheet$/),
      feed: locale === 'en' || !indexed ? '/feed/' : `/${locale}/feed/`,
      icon: '/icon.svg',
      headings: 1,
      ...(indexed ? { description: expect.stringMatching(/\S{3}/), canonical: response.url() } : {}),
      robots: indexed ? 'max-image-preview:large' : 'noindex, follow',
    })

    // All of its words are in what was sent, none in a script.
    const shown = await main.textContent()
    expect.soft(shown?.length, name).toBeGreaterThan(60)
    await page.setContent((await response.text()).replace(SCRIPTS, ''))
    expect.soft(await main.textContent(), name).toBe(shown)
  }
})

test('the page that is not there has its words, and ways on', async ({ page }) => {
  await page.goto('/the-last-bota/')
  await expect(page.getByText('The address may be misspelt, or the article may have moved.')).toBeVisible()
  await expect(page.locator('[aria-labelledby="near"]').getByRole('link').first()).toHaveAttribute(
    'href',
    '/the-last-boat/',
  )
})

test('the error page has its words, and a number to write to us about', async ({ page }) => {
  await templates.find(({ name }) => name === 'error')?.open(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not show this page')
  await expect(page.locator('main')).toContainText(/please mention [0-9a-f]{12}\./)
})
