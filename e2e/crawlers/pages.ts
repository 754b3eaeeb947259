import { elementsOf, textsOf } from '../xml'
import { type Crawl, pagesOf } from './crawl'
import type { Judge } from './judge'

/** So few links away from the front is every article. */
const MOST_CLICKS = 6
const OWN_ERRORS = new Set([404, 410])

/** What our own crawler says of the pages themselves. */
export const pageJudges: Judge[] = [
  {
    name: 'own links',
    async judge({ crawl, isArchive }) {
      const all = [...crawl.found.values()]
      const wrong = all.filter(({ status }) => status !== 200)
      // What is missing in an archive's own texts was missing there.
      const faults = wrong
        .filter(({ isWritten }) => !isArchive || !isWritten)
        .map(({ url, status, location, from, as }) => {
          const what = OWN_ERRORS.has(status) ? 'broken' : location ? `leads to ${location}` : `answers ${status}`
          return `${url} (${as}) ${what}, named on ${from}`
        })
      const left = isArchive ? wrong.filter(({ isWritten }) => isWritten) : []
      const moved = left.filter(({ location }) => location !== null).length
      const inTexts = left.length ? ` (in its texts ${left.length - moved} lead nowhere, ${moved} elsewhere)` : ''
      return { looked: `${all.length} addresses${inTexts}`, faults }
    },
  },
  {
    name: 'titles',
    async judge({ crawl }) {
      const byTitle = new Map<string, string[]>()
      const indexed = indexedPages(crawl)
      for (const { url, page } of indexed) byTitle.set(page.title, [...(byTitle.get(page.title) ?? []), url])
      const faults = [...byTitle].flatMap(([title, urls]) =>
        urls.length > 1 ? [`“${title}” is the title of ${urls.slice(0, 3).join(' and ')} (${urls.length})`] : [],
      )
      const untitled = indexed.filter(({ page }) => !page.title.trim()).map(({ url }) => `${url} has no title`)
      return { looked: `${indexed.length} pages that are their own canonical`, faults: [...faults, ...untitled] }
    },
  },
  {
    name: 'clicks',
    async judge({ url, crawl }) {
      const articles = await listArticles(url)
      const far = articles.flatMap((article) => {
        const found = crawl.found.get(article)
        if (!found) return [`${article} is not linked to`]
        return found.clicks > MOST_CLICKS ? [`${article} is ${found.clicks} clicks away`] : []
      })
      const most = Math.max(0, ...articles.map((article) => crawl.found.get(article)?.clicks ?? 0))
      return { looked: `${articles.length} articles, ${most} clicks at most`, faults: far }
    },
  },
]

/** Pages that search engines may keep, at the address under which they keep them. */
function indexedPages(crawl: Crawl) {
  return pagesOf(crawl).filter(({ url, status, page }) => status === 200 && !page.noIndex && page.canonical === url)
}

async function listArticles(url: string): Promise<string[]> {
  const locations = async (address: string, within: string) =>
    textsOf(elementsOf(await (await fetch(address)).text()), 'loc', within)
  const lists = (await locations(`${url}/sitemap.xml`, 'sitemap')).filter((list) => /\/articles-/.test(list))
  const articles: string[] = []
  for (const list of lists) articles.push(...(await locations(list, 'url')))
  return articles
}
