import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import RssParser from 'rss-parser'
import { elementsOf, textsOf } from '../xml'
import type { Crawl } from './crawl'
import type { Judge } from './judge'
import { isHere, runProgram } from './programs'

/** So many of a large site's feeds are read by each reader, from all over it. */
const MOST_FEEDS = 120
/** It is started anew for each. */
const MOST_BY_NEWSBOAT = 39

type Feed = { url: string; ids: string[] }

/** Our own reading, which the others are held against: well-formed, and the same items in each format. */
const ownReading: Judge = {
  name: 'feeds',
  async judge({ crawl }) {
    const faults: string[] = []
    const addresses = feedAddresses(crawl)
    for (const rss of addresses) {
      const [ids, atom, json] = [await idsOf(rss), await idsOf(`${rss}atom/`), await jsonIdsOf(`${rss}json/`)]
      if (atom.join() !== ids.map(asAddress).join()) faults.push(`${rss}atom/ has other items than ${rss}`)
      if (json.join() !== ids.join()) faults.push(`${rss}json/ has other items than ${rss}`)
    }
    return { looked: `${addresses.length} feeds in 3 formats`, faults }
  },
}

const feedparser: Judge = {
  name: 'feedparser',
  async judge({ crawl }) {
    const python = ['/usr/bin/python3', 'python3'].find((program) => isHere(program, '-c', 'import feedparser'))
    if (!python) return { missing: 'feedparser (python3-feedparser)' }
    const feeds = await readFeeds(crawl)
    const input = feeds.map(({ url }) => `${url}\n`).join('')
    const { said, complaint } = await runProgram(python, [resolve('e2e/crawlers/read-feeds.py')], { input })
    const read = said
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { url: string; fault: string; ids: string[] })
    const bozo = read.flatMap(({ url, fault }) => (fault ? [`${url}: ${fault}`] : []))
    const unlike = unlikeOf(feeds, new Map(read.map(({ url, ids }) => [url, ids])))
    const died = complaint ? [complaint.slice(-300)] : []
    return { looked: `${read.length} feeds`, faults: [...bozo, ...unlike, ...died] }
  },
}

const newsboat: Judge = {
  name: 'newsboat',
  async judge({ crawl, folder }) {
    if (!isHere('newsboat', '--version')) return { missing: 'newsboat' }
    const all = await readFeeds(crawl)
    const feeds = all.filter((_, i) => i % Math.ceil(all.length / MOST_BY_NEWSBOAT) === 0)
    const config = join(folder, 'newsboat-config')
    writeFileSync(config, 'use-proxy no\n')
    const read = new Map<string, string[]>()
    const faults: string[] = []
    for (const [i, { url }] of feeds.entries()) {
      // With a memory of its own: it keeps an item once, whichever feeds have it.
      const [urls, cache] = [join(folder, `newsboat-${i}`), join(folder, `newsboat-${i}.db`)]
      writeFileSync(urls, `${url}\n`)
      const asked = ['-u', urls, '-c', cache, '-C', config, '-x', 'reload']
      const { complaint } = await runProgram('newsboat', asked, { home: folder })
      if (complaint) faults.push(`${url}: ${complaint.slice(-200)}`)
      const db = new BetterSqlite3(cache, { readonly: true })
      const rows = db.prepare<[], { guid: string }>('SELECT guid FROM rss_item').all()
      db.close()
      read.set(
        url,
        rows.map(({ guid }) => guid),
      )
    }
    return { looked: `${feeds.length} feeds`, faults: [...unlikeOf(feeds, read), ...faults] }
  },
}

const rssParser: Judge = {
  name: 'rss-parser',
  async judge({ crawl }) {
    const feeds = await readFeeds(crawl)
    const parser = new RssParser<object, { guid?: string; id?: string }>()
    const read = new Map<string, string[]>()
    for (const { url } of feeds) {
      const { items } = await parser.parseURL(url)
      read.set(
        url,
        items.map(({ guid, id }) => guid ?? id ?? ''),
      )
    }
    return { looked: `${feeds.length} feeds`, faults: unlikeOf(feeds, read) }
  },
}

export const feedJudges: Judge[] = [ownReading, feedparser, newsboat, rssParser]

/** The feeds that pages name, the site's own first. */
function feedAddresses({ found }: Crawl): string[] {
  const all = [...found.values()].filter(({ type, url }) => type === 'application/rss+xml' && !url.includes('?'))
  const step = Math.max(1, Math.ceil(all.length / MOST_FEEDS))
  return all.filter((_, i) => i % step === 0).map(({ url }) => url)
}

/** With their items as we read them, as RSS and as Atom. */
async function readFeeds(crawl: Crawl): Promise<Feed[]> {
  const feeds: Feed[] = []
  for (const rss of feedAddresses(crawl)) {
    for (const url of [rss, `${rss}atom/`]) feeds.push({ url, ids: await idsOf(url) })
  }
  return feeds
}

async function idsOf(url: string): Promise<string[]> {
  const elements = elementsOf(await (await fetch(url)).text())
  return [...textsOf(elements, 'guid', 'item'), ...textsOf(elements, 'id', 'entry')]
}

async function jsonIdsOf(url: string): Promise<string[]> {
  const { items } = (await (await fetch(url)).json()) as { items: { id: string }[] }
  return items.map(({ id }) => id)
}

/** Atom wants an address where RSS takes any text (lib/feeds/atom.ts). */
const asAddress = (guid: string) => (URL.canParse(guid) ? guid : `urn:guid:${encodeURIComponent(guid)}`)

/** Where a reader found other items than there are; in which order it keeps them is its own matter. */
function unlikeOf(feeds: Feed[], read: ReadonlyMap<string, string[]>): string[] {
  return feeds.flatMap(({ url, ids }) => {
    const found = read.get(url) ?? []
    return found.toSorted().join() === ids.toSorted().join()
      ? []
      : [`${url}: ${found.length} items were read, ${ids.length} are there`]
  })
}
