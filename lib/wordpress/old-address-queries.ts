import { findMeant } from '@/lib/articles/address-queries'
import {
  authorPath,
  categoryPath,
  datePath,
  encodePath,
  foldPath,
  frontPath,
  searchPath,
  tagPath,
} from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { feedPath, searchFeedPath } from '@/lib/feeds/address'
import type { FeedFormat } from '@/lib/feeds/feed'
import { sizedOf } from '@/lib/media/sizes'
import { dependsOn } from '@/lib/page-context'
import { cleanQuery } from '@/lib/search/query'
import { authorBySlug, type SiteFacts } from '@/lib/site/facts'
import { getTag } from '@/lib/taxonomy/queries'
import { partOldAddress } from './old-address'
import { attachmentAddress, authorAddress, categoryAddress } from './old-numbers'
import type { OldQuery } from './old-query'

/** Where an address in one of WordPress's forms leads, encoded; null where it leads nowhere. Three queries at most. */
export async function findOldAddress(db: Database, path: string): Promise<string | null> {
  const sized = sizedOf(path)
  if (sized) return findReplaced(db, sized.originals)
  const old = partOldAddress(path)
  if (!old) return null
  if ('to' in old) return old.to
  const article = await findMeant(db, old.base)
  return article && withFeed(encodePath(article.path), old.feed)
}

/** A size of a picture in whose place another stands leads to that one, as the picture's own address does. */
async function findReplaced(db: Database, originals: readonly string[]): Promise<string | null> {
  for (const original of originals) {
    dependsOn(`path:${foldPath(original)}`)
    const to = await redirected(db, original)
    if (to?.startsWith('/media/')) return encodePath(to)
  }
  return null
}

const withFeed = (path: string, feed: FeedFormat | null): string => (feed ? feedPath(path, feed) : path)

/** Where "/?p=12" and its like lead, encoded; null where they lead nowhere, or to what is not public. */
export async function findQueried(db: Database, facts: SiteFacts, old: OldQuery): Promise<string | null> {
  const { subject, feed, page } = old
  /** Of a list: its feed, or one of its pages. */
  const listed = (pathOf: (page: number) => string) => (feed ? feedPath(pathOf(1), feed) : pathOf(page))
  switch (subject.kind) {
    case 'front':
      return listed(frontPath)
    case 'comments':
      return feedPath('/comments/', feed ?? 'rss')
    case 'search': {
      const query = cleanQuery(subject.query)
      return feed ? searchFeedPath(query, feed) : searchPath(query, page)
    }
    case 'date':
      return listed((number) => datePath(subject.digits, number))
    case 'post':
      return mapped(await findPost(db, facts, subject.id), (path) => withFeed(encodePath(path), feed))
    case 'slug':
      return mapped(await findSlug(db, subject.slug), (path) => withFeed(encodePath(path), feed))
    case 'page path':
      return mapped(await findMeant(db, `/${subject.path}/`), ({ path }) => withFeed(encodePath(path), feed))
    case 'attachment':
      return mapped(await redirected(db, attachmentAddress(subject.id)), encodePath)
    case 'category path':
      return listedCategory(facts, subject.path, listed)
    case 'category': {
      const to = await redirected(db, categoryAddress(subject.id))
      return to === null ? null : listedCategory(facts, lastParts(to), listed)
    }
    case 'tag':
      return mapped(await getTag(db, subject.slug), ({ slug }) => listed((number) => tagPath(slug, number)))
    case 'author slug':
      return listedAuthor(facts, subject.slug, listed)
    case 'author': {
      const to = await redirected(db, authorAddress(subject.id))
      return to === null ? null : listedAuthor(facts, lastParts(to), listed)
    }
  }
}

type Listed = (pathOf: (page: number) => string) => string

function listedCategory(facts: SiteFacts, path: string, listed: Listed): string | null {
  const category = facts.categories.find(path) ?? [...facts.categories].find(({ slug }) => slug === path)
  return category ? listed((page) => categoryPath(category.path, page)) : null
}

function listedAuthor(facts: SiteFacts, slug: string, listed: Listed): string | null {
  const author = authorBySlug(facts, slug)
  return author ? listed((page) => authorPath(author.slug, page)) : null
}

/** "harbour/ferries" of "/category/harbour/ferries/". */
const lastParts = (path: string): string => path.split('/').filter(Boolean).slice(1).join('/')

async function redirected(db: Database, fromPath: string): Promise<string | null> {
  const redirect = await db.redirect.findUnique({ where: { fromPath }, select: { toPath: true } })
  return redirect?.toPath ?? null
}

/** By its number where it came from, or by its own where it was written here. One query. */
async function findPost(db: Database, { importedSites }: SiteFacts, id: number): Promise<string | null> {
  const posts = await db.article.findMany({
    where: {
      OR: [...importedSites.map((sourceSite) => ({ sourceSite, sourceId: id })), { id, sourceSite: null }],
      status: 'PUBLISHED',
    },
    select: { path: true, sourceSite: true },
  })
  const imported = posts.find(({ sourceSite }) => sourceSite !== null)
  return (imported ?? posts[0])?.path ?? null
}

/** The newest published of that slug. One query. */
async function findSlug(db: Database, slug: string): Promise<string | null> {
  const found = await db.article.findMany({
    // The status is asked below: with it here the database begins with every published article.
    where: { slug: { in: [slug, slug.toLowerCase()] } },
    select: { path: true, status: true, publishedAt: true },
  })
  const [newest] = found
    .filter(({ status }) => status === 'PUBLISHED')
    .sort((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0))
  return newest?.path ?? null
}

const mapped = <T, R>(value: T | null, map: (value: T) => R): R | null => (value === null ? null : map(value))
