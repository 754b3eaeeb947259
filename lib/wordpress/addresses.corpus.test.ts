import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { encodePath } from '@/lib/articles/paths'
import { measuredImport } from '@/lib/testing/measured-import'
import { nobodyDraws } from '@/lib/testing/nobody-draws'
import { type SiteProcess, startSite } from '@/lib/testing/site-process'

// Every form in which WordPress answered, asked of the site that comes of a real export (CORPUS_DIR): each is answered at
// once, or is one step away from where it is.

const ARTICLES = Number(process.env.CORPUS_ARTICLES ?? 300)
/** Some more than the site draws at once (server/render.ts), so that it never waits for who asks. */
const ASKED_AT_ONCE = 8
/** Ten thousand addresses, most of which nobody has asked for before. */
const TIMEOUT_MS = 1_800_000
const LANGUAGE = (process.env.CORPUS_LANGUAGES ?? 'en').split(',').at(-1) ?? 'en'

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-addresses-'))
let site: SiteProcess | undefined
afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Article = { path: string; slug: string; sourceId: number; publishedDay: number }
/** What is asked, and where it has to lead; null: anywhere that is there. */
type Asked = [address: string, to: string | null]

test(
  `${LANGUAGE}: every address of ${ARTICLES} articles, and as many of terms, people and attachments`,
  async () => {
    const file = join(process.env.CORPUS_DIR ?? '', 'wordpress/exports', `${LANGUAGE}.xml.gz`)
    const run = await measuredImport(folder, file)
    expect([run.code, run.complaint]).toEqual([0, ''])
    nobodyDraws(folder)
    site = await startSite(folder)
    const asked = [...articles().flatMap(formsOf), ...archives().flatMap(archiveForms), ...redirects(), ...SITE_WIDE]
    const began = performance.now()
    const wrong: string[] = []
    const { url } = site
    const left = asked.values()
    const unseen = hidden().values()
    const arrivals = new Map<string, Promise<number>>()
    const lane = async () => {
      for (const address of unseen) {
        const status = await statusOf(url + address)
        if (status !== 404) wrong.push(`${address}: ${status}, of what is not public`)
      }
      for (const one of left) wrong.push(...(await faultsOf(url, one, arrivals)))
    }
    await Promise.all(Array.from({ length: ASKED_AT_ONCE }, lane))
    const seconds = (performance.now() - began) / 1000
    console.log(
      `${LANGUAGE}: ${asked.length} addresses, ${wrong.length} wrong (${(asked.length / seconds).toFixed(0)} a second)`,
    )
    expect(wrong).toEqual([])
    expect(asked.length).toBeGreaterThan(ARTICLES * 15)
  },
  TIMEOUT_MS,
)

function read<Row>(sql: string): Row[] {
  const db = new BetterSqlite3(join(folder, 'broadsheet.db'), { readonly: true })
  try {
    return db.prepare<[], Row>(sql).all()
  } finally {
    db.close()
  }
}

/** From all over the archive. */
function sample<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(all.length / ARTICLES))
  return all.filter((_, i) => i % step === 0).slice(0, ARTICLES)
}

function articles(): Article[] {
  const all = read<Article>(
    `SELECT path, slug, sourceId, publishedDay FROM Article WHERE kind = 'ARTICLE' AND status = 'PUBLISHED' ORDER BY id`,
  )
  return sample(all)
}

function formsOf({ path, slug, sourceId, publishedDay }: Article): Asked[] {
  const href = encodePath(path)
  const bare = href.replace(/\/$/, '')
  const day = String(publishedDay)
  const date = (length: number) => `/${[day.slice(0, 4), day.slice(4, 6), day.slice(6)].slice(0, length).join('/')}/`
  // Of an escape that is in capitals already this is another spelling still.
  const upper = decodeURI(href).toUpperCase()
  return [
    [href, href],
    [href.toLowerCase(), href],
    [`/?p=${sourceId}`, href],
    [`/?p=${sourceId}&utm_source=x`, href],
    [`/?p=${sourceId}&feed=rss2`, `${href}feed/`],
    [bare, href],
    [encodeURI(upper), href],
    [href.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`), href],
    [`${href}%C2%A0`, href],
    [`${href}amp/`, href],
    [`${href}?amp=1`, href],
    [`${href}feed/`, `${href}feed/`],
    [`${bare}/feed`, `${href}feed/`],
    [`${href}feed/atom/`, `${href}feed/atom/`],
    ...['feed/rss2/', 'feed/rss/', 'feed/rdf/', 'rss2/'].map((form): Asked => [href + form, `${href}feed/`]),
    ...['m=1', 'fbclid=x'].map((said): Asked => [`${href}?${said}`, href]),
    // Of several of one name it is the newest.
    [`/?name=${encodePath(slug)}`, null],
    [`${href}comment-page-2/`, href],
    [`${encodeURI(upper)}comment-page-2`, href],
    [`${href}trackback/`, href],
    [`${href}embed/`, href],
    [`${href}page/2/`, href],
    [`${href}attachment/x/`, href],
    [`${href}99/`, href],
    [date(1), date(1)],
    [date(2), date(2)],
    [date(3).slice(0, -1), date(3)],
    [`${date(3)}feed/`, `${date(3)}feed/`],
    [`/?m=${day.slice(0, 6)}`, date(2)],
    [`/?year=${day.slice(0, 4)}&monthnum=${day.slice(4, 6)}`, date(2)],
    [`${date(1)}13/`, date(1)],
    [`${date(2)}32/`, date(2)],
  ]
}

type Archive = { kind: 'category' | 'tag' | 'author'; path: string; articles: number; wordpressId: number | null }

/** Categories, tags and people of whom something is public. */
function archives(): Archive[] {
  const of = (kind: string, table: string, path: string) =>
    sample(
      read<Archive>(
        `SELECT '${kind}' AS kind, ${path} AS path, wordpressId, Archive.articles FROM ${table} AS Term
        JOIN Archive ON Archive.key = '${kind}-' || Term.id WHERE Archive.articles > 0 ORDER BY Term.id`,
      ),
    )
  return [...of('category', 'Category', 'path'), ...of('tag', 'Tag', 'slug'), ...of('author', 'Author', 'slug')]
}

/** As WordPress has it on a page of an archive. */
const PAGE_SIZE = 10
const QUERY = { category: 'cat', tag: 'tag_id', author: 'author' }

function archiveForms({ kind, path, articles, wordpressId }: Archive): Asked[] {
  const href = encodePath(`/${kind}/${path}/`)
  const bare = href.slice(0, -1)
  const slug = encodePath(path.split('/').at(-1) ?? '')
  const second: Asked[] =
    articles > PAGE_SIZE
      ? [
          [`${href}page/2/`, `${href}page/2/`],
          [`${bare}/page/2`, `${href}page/2/`],
        ]
      : []
  const name = { category: 'category_name', tag: 'tag', author: 'author_name' }[kind]
  return [
    [href, href],
    [bare, href],
    [encodeURI(decodeURI(href).toUpperCase()), href],
    [`${href}?utm_source=x`, href],
    [`${href}page/1/`, href],
    ...second,
    [`${href}feed/`, `${href}feed/`],
    [`${bare}/feed`, `${href}feed/`],
    [`${href}feed/atom/`, `${href}feed/atom/`],
    [`${href}feed/rss2/`, `${href}feed/`],
    [`/?${name}=${slug}`, href],
    ...(wordpressId && kind !== 'tag' ? [[`/?${QUERY[kind]}=${wordpressId}`, href] satisfies Asked] : []),
  ]
}

const SITE_WIDE: Asked[] = [
  ['/page/2/', null],
  ['/feed/', '/feed/'],
  ['/feed/atom/', '/feed/atom/'],
  ['/feed/rss2/', '/feed/'],
  ['/feed/rdf/', '/feed/'],
  ['/rss2/', '/feed/'],
  ['/comments/feed/', '/comments/feed/'],
  ['/?feed=rss2', '/feed/'],
  ['/wp-rss2.php', '/feed/'],
  ['/?s=web', null],
  ['/search/web/', null],
  ['/search/web/feed/rss2/', null],
  ['/sitemap.xml', '/sitemap.xml'],
  ['/wp-sitemap.xml', '/sitemap.xml'],
  ['/sitemap_index.xml', '/sitemap.xml'],
  ...[
    ...['posts-post-1', 'posts-page-1', 'taxonomies-category-1', 'taxonomies-post_tag-1', 'users-1'].map(
      (list): Asked => [`/wp-sitemap-${list}.xml`, '/sitemap.xml'],
    ),
    ...['post-sitemap', 'post-sitemap1', 'page-sitemap', 'category-sitemap'].map(
      (list): Asked => [`/${list}.xml`, '/sitemap.xml'],
    ),
  ],
  ['/news-sitemap.xml', '/news-sitemap.xml'],
  ['/robots.txt', '/robots.txt'],
  ['/favicon.ico', '/favicon.ico'],
]

/** What was never public, by its number and at the address that it would have. */
function hidden(): string[] {
  const all = read<{ path: string; sourceId: number }>(
    `SELECT path, sourceId FROM Article WHERE status <> 'PUBLISHED' AND sourceId IS NOT NULL ORDER BY id`,
  )
  return sample(all).flatMap(({ path, sourceId }) => [`/?p=${sourceId}`, encodePath(path)])
}

/** Terms and attachments by their numbers, and attachments’ own pages. */
function redirects(): Asked[] {
  return sample(read<{ fromPath: string }>('SELECT fromPath FROM Redirect')).map(({ fromPath }) => {
    const [path = '', query] = fromPath.split('?')
    return [query ? `${encodePath(path)}?${query}` : encodePath(path), null]
  })
}

/** Where it does not lead to the place at once, and with one step at most. `arrivals`: what places answered already. */
async function faultsOf(url: string, [address, to]: Asked, arrivals: Map<string, Promise<number>>): Promise<string[]> {
  const first = await fetch(url + address, { redirect: 'manual' })
  await first.arrayBuffer()
  const location = first.headers.get('location')
  if (location === null) return first.status === 200 ? [] : [`${address}: ${first.status}`]
  if (first.status !== 301) return [`${address}: ${first.status} to ${location}`]
  if (to !== null && location !== to) return [`${address}: to ${location}, not ${to}`]
  const arrival = arrivals.get(location) ?? statusOf(url + location)
  arrivals.set(location, arrival)
  const status = await arrival
  return status === 200 ? [] : [`${address}: to ${location}, which answers ${status}`]
}

async function statusOf(address: string): Promise<number> {
  const answer = await fetch(address, { redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status
}
