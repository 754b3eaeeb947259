import type { SqlQuery } from '@prisma/driver-adapter-utils'
import BetterSqlite3 from 'better-sqlite3'
import { ALL, authorKey, categoryKey, tagKey } from '@/lib/archives/keys'
import { getArchivePage } from '@/lib/archives/queries'
import { datePath } from '@/lib/articles/paths'
import { findSpelledPath, getArticle, listNearIds } from '@/lib/articles/queries'
import { getSurroundings } from '@/lib/articles/surroundings-queries'
import { getDiscussionPage } from '@/lib/comments/queries'
import { listCorrections } from '@/lib/corrections/queries'
import { type Database, openDatabase } from '@/lib/db'
import { getCommentsFeed } from '@/lib/feeds/comments-queries'
import { getSiteFeed } from '@/lib/feeds/queries'
import { findFeed } from '@/lib/feeds/subject-queries'
import { getFront } from '@/lib/front/queries'
import { findRedirect } from '@/lib/redirects/queries'
import { getSiteFacts } from '@/lib/site/facts'
import type { SitemapName } from '@/lib/sitemaps/addresses'
import { listNews, listSitemaps, readSitemap } from '@/lib/sitemaps/queries'
import { getTag } from '@/lib/taxonomy/queries'
import { readWhole } from '@/lib/testing/read-whole'
import { programs } from './program-lists'

export type Plan = { list: string; steps: string[]; faults: string[] }

/** How SQLite goes about every query of readers' lists, as Prisma writes it. */
export const explainLists = (databaseUrl: string, articlePath: string): Promise<Plan[]> =>
  explain(databaseUrl, (db) => lists(db, articlePath))

type Lists = Record<string, () => Promise<unknown>>

export async function explain(databaseUrl: string, listsOf: (db: Database) => Promise<Lists>): Promise<Plan[]> {
  const said: SqlQuery[] = []
  const db = await openDatabase(databaseUrl, (query) => said.push(query))
  const raw = new BetterSqlite3(databaseUrl.slice('file:'.length), { readonly: true })
  try {
    const plans: Plan[] = []
    for (const [list, run] of Object.entries(await listsOf(db))) {
      said.length = 0
      await run()
      // Of what Prisma asks for nothing is read: a list of numbers that is empty.
      const asked = said.filter(({ sql }) => sql.trimStart().startsWith('SELECT') && !sql.includes(' WHERE 1=0'))
      const steps = [...new Set(asked.flatMap((query) => stepsOf(raw, query)))]
      plans.push({ list, steps, faults: steps.filter(isFault) })
    }
    return plans
  } finally {
    raw.close()
    await db.$disconnect()
  }
}

async function lists(db: Database, articlePath: string): Promise<Lists> {
  const facts = await getSiteFacts(db)
  const now = new Date()
  const article = await getArticle(db, articlePath, facts, now)
  if (!article || 'withdrawn' in article) throw new Error(`there is no article at ${articlePath}`)
  const categoryId = article.categoryChain.at(-1)?.id ?? 0
  const archive = (key: string, page: number, days?: { from: number; to: number }) => () =>
    getArchivePage(db, key, page, facts, now, days)
  const feeds = { db, facts, siteUrl: 'http://localhost', now }
  const sitemap = (name: SitemapName) => async () => {
    const batches = await readSitemap(db, facts, name, feeds.siteUrl)
    return batches && readWhole(batches)
  }
  return {
    article: () => getArticle(db, articlePath, facts, now),
    'previous, next and related': () => getSurroundings(db, article, facts, now),
    comments: () => getDiscussionPage(db, article.id, facts.comments.maxDepth, { page: 2 }),
    front: () => getFront(db, facts, now),
    'everything, page 1000': archive(ALL, 1000),
    'category, page 1': archive(categoryKey(categoryId), 1),
    'category, page 1000': archive(categoryKey(categoryId), 1000),
    tag: archive(tagKey(1), 1),
    'tag by its slug': () => getTag(db, 'tag-1'),
    author: archive(authorKey(1), 1),
    day: archive(ALL, 1, { from: article.publishedDay, to: article.publishedDay }),
    year: archive(ALL, 1, { from: 20200101, to: 20201231 }),
    feed: () => getSiteFeed(feeds),
    'feed of a day': () => findFeed(feeds, datePath(String(article.publishedDay)), '', 'rss'),
    'feed of comments': () => getCommentsFeed(db, facts, feeds.siteUrl),
    'feed of an article': () => findFeed(feeds, articlePath, '', 'rss'),
    'sitemaps, the index': () => listSitemaps(db, facts, now),
    'sitemap of a month': sitemap({ list: 'articles', month: Math.floor(article.publishedDay / 100), part: 1 }),
    'sitemap of tags': sitemap({ list: 'tags', part: 1 }),
    'sitemap of pages': sitemap({ list: 'pages', part: 1 }),
    news: () => listNews(db, facts, feeds.siteUrl, now),
    corrections: () => listCorrections(db, 50),
    'near addresses': () => listNearIds(db, articlePath.replace(/\d/, 'x'), 3),
    'other spellings': () => findSpelledPath(db, `${articlePath}X`),
    'moved addresses': () => findRedirect(feeds, `${articlePath}X`),
    ...programs(feeds, categoryId),
  }
}

function stepsOf(raw: BetterSqlite3.Database, { sql, args }: SqlQuery): string[] {
  const bound = args.map((arg) => (typeof arg === 'boolean' || arg instanceof Date ? Number(arg) : arg))
  const rows = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}

/** A whole table read, or a sort that no index saved. A virtual table's SCAN is its own index. */
const isFault = (step: string) =>
  (/^SCAN main\./.test(step) && !/ USING (COVERING )?INDEX| VIRTUAL TABLE/.test(step)) || step.includes('TEMP B-TREE')
