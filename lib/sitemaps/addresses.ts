/** A list of the site's addresses; of articles one for each month. Long ones have several parts, from 1. */
export type SitemapName =
  | { list: 'articles'; month: number; part: number }
  | { list: 'pages' | 'categories' | 'tags' | 'authors'; part: number }

export const INDEX_PATH = '/sitemap.xml'
export const NEWS_PATH = '/news-sitemap.xml'

/** A tenth of what is allowed: a file is made quickly, and search engines read little to find what is new. */
export const URLS_A_PART = 5_000

/** "/sitemaps/articles-2026-11.xml", "/sitemaps/articles-2026-11-part-2.xml", "/sitemaps/tags.xml" */
export function sitemapPath(name: SitemapName): string {
  const list = name.list === 'articles' ? `articles-${monthText(name.month)}` : name.list
  return `/sitemaps/${list}${name.part > 1 ? `-part-${name.part}` : ''}.xml`
}

const monthText = (month: number) =>
  `${String(Math.floor(month / 100)).padStart(4, '0')}-${String(month % 100).padStart(2, '0')}`

/** What a path names; null where it names no list. */
export function parseSitemapPath(path: string): SitemapName | null {
  const match =
    /^\/sitemaps\/(?:articles-(\d{4})-(0[1-9]|1[0-2])|(pages|categories|tags|authors))(?:-part-([1-9]\d{0,4}))?\.xml$/.exec(
      path,
    )
  if (!match) return null
  const [, year, month, list, number] = match
  const part = Number(number ?? 1)
  if (list !== undefined) return { list: list as 'pages' | 'categories' | 'tags' | 'authors', part }
  return { list: 'articles', month: Number(year) * 100 + Number(month), part }
}
