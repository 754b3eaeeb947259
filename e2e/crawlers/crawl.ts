import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Link, type PageFacts, readPage } from './page-facts'

export type Crawled = {
  /** Absolute, without a fragment. */
  url: string
  /** How many links away from where it began. */
  clicks: number
  /** What led here first. */
  from: string
  as: string
  isWritten: boolean
  status: number
  /** Where it leads instead. */
  location: string | null
  type: string
  /** Of a page; null for all else. */
  page: PageFacts | null
  /** Where its HTML lies. */
  file: string | null
}

export type CrawledPage = Crawled & { page: PageFacts; file: string }
export type Crawl = { start: string; found: Map<string, Crawled> }

const AT_ONCE = 4
const TOLD_EVERY = 1_000

type Waiting = Link & { clicks: number; from: string }

/**
 * Follows every link of a site from its front on, breadth first, so that each address is found by the fewest clicks. Answers
 * that lead elsewhere are noted and not followed: the site's own links are to lead where they say.
 */
export async function crawl(url: string, folder: string): Promise<Crawl> {
  const start = `${url}/`
  const found = new Map<string, Crawled>()
  const seen = new Set([start])
  let ring: Waiting[] = [{ url: start, as: 'a', isWritten: false, clicks: 0, from: '' }]
  while (ring.length) {
    const next: Waiting[] = []
    const left = ring.values()
    const lane = async () => {
      for (const waiting of left) {
        const { crawled, links } = await visit(waiting, folder, found.size)
        found.set(crawled.url, crawled)
        if (found.size % TOLD_EVERY === 0) console.log(`  ${found.size} addresses, ${crawled.clicks} clicks away`)
        for (const link of links) {
          if (!link.url.startsWith(start) || seen.has(link.url)) continue
          seen.add(link.url)
          next.push({ ...link, clicks: crawled.clicks + 1, from: crawled.url })
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    ring = next
  }
  return { start, found }
}

async function visit({ url, clicks, from, as, isWritten }: Waiting, folder: string, number: number) {
  const answer = await fetch(url, { redirect: 'manual' })
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const location = answer.headers.get('location')
  const crawled: Crawled = {
    url,
    clicks,
    from,
    as,
    isWritten,
    status: answer.status,
    location,
    type,
    page: null,
    file: null,
  }
  if (type !== 'text/html') {
    await answer.arrayBuffer()
    return { crawled, links: [] }
  }
  const html = await answer.text()
  const { page, links } = readPage(html, url)
  const file = join(folder, `${number}-${Buffer.from(url).toString('base64url').slice(-40)}.html`)
  writeFileSync(file, html)
  return { crawled: { ...crawled, page, file }, links }
}

/** The pages among what was found, in the order in which they were. */
export const pagesOf = ({ found }: Crawl): CrawledPage[] =>
  [...found.values()].flatMap(({ page, file, ...one }) => (page && file ? [{ ...one, page, file }] : []))
