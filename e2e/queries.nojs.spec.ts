import { readFileSync } from 'node:fs'
import { expect, test } from './site'

type Answered = { msg: string; url: string; queries: number }

/** Statements that the site's last render of this address sent to the database. */
function queriesOf(url: string): number | undefined {
  const lines = readFileSync(`${process.env.SITE_DATA_DIR}/server.log`, 'utf8').split('\n')
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Answered)
    .findLast((line) => line.msg === 'rendered' && line.url === url)?.queries
}

test.describe('statements a page', () => {
  // Settings, categories and authors are read once and held: a page asks for none of them.
  test.beforeEach(async ({ request }) => {
    await request.get('/about/')
  })

  for (const [name, url, most] of [
    ['an article with everything: two authors, correction, footnotes, thread', '/the-last-boat/', 8],
    ['the front', '/', 10],
    ['a category', '/category/harbour/', 6],
    ['a tag', '/tag/ferries/', 6],
    ['an author', '/author/maren-oldacre/', 6],
    ['everything, page 2', '/all/page/2/', 6],
    ['a year', `/${new Date().getFullYear()}/`, 6],
    ['a search', '/search/?q=ferry', 6],
  ] as const) {
    test(`${name}: at most ${most}`, async ({ request }) => {
      // Whoever may wait for a comment of theirs gets a page that was rendered for them.
      const response = await request.get(url, { headers: { cookie: 'comment_held=0' } })
      expect(response.status()).toBe(200)
      await expect.poll(() => queriesOf(url)).toBeGreaterThan(0)
      expect(queriesOf(url)).toBeLessThanOrEqual(most)
    })
  }
})
