import { readKey } from '@/lib/archives/keys'
import type { Database } from '@/lib/db'
import { parseImage, parseMissing } from '@/lib/media/image'
import { pictureTag } from '@/lib/media/sources'
import { dependsOn } from '@/lib/page-context'
import { authorOf, type SiteFacts } from '@/lib/site/facts'
import { type CardRow, cardFromRow, cardSelect } from './card-queries'
import { neighbourTag } from './change-tags'
import { displayText } from './display-text'
import { askedSlug, nearestSlugs } from './nearest'
import { foldPath } from './paths'
import type { ArticleCard, ArticleView, WithdrawnArticle } from './view'

const articleSelect = {
  id: true,
  kind: true,
  status: true,
  path: true,
  headline: true,
  kicker: true,
  dek: true,
  excerpt: true,
  label: true,
  body: true,
  wordCount: true,
  locale: true,
  bylineOverride: true,
  leadImage: true,
  missingImages: true,
  commentsOpen: true,
  commentCount: true,
  publishedAt: true,
  publishedDay: true,
  revisedAt: true,
  withdrawnAt: true,
  withdrawalNotice: true,
  updatedAt: true,
  primaryCategoryId: true,
  parentId: true,
  sourceSite: true,
} as const

/**
 * The published article or page at exactly this path, or the notice of a withdrawn one. Four queries; a page asks once
 * more for each page above it.
 */
export async function getArticle(
  db: Database,
  path: string,
  facts: SiteFacts,
): Promise<ArticleView | WithdrawnArticle | null> {
  dependsOn(`path:${foldPath(path)}`)
  const row = await db.article.findUnique({
    where: { path, status: { in: ['PUBLISHED', 'WITHDRAWN'] } },
    select: articleSelect,
  })
  if (!row) return null
  dependsOn(`article:${row.id}`)
  if (row.status === 'WITHDRAWN') {
    const { locale, withdrawnAt, withdrawalNotice, updatedAt } = row
    return { withdrawn: true, path, locale, at: withdrawnAt ?? updatedAt, notice: withdrawalNotice }
  }
  if (!row.publishedAt || !row.publishedDay) throw new Error(`article ${row.id} is public without a date`)
  const leadImage = parseImage(row.leadImage)
  for (const src of facts.unfinishedPictures) {
    if (leadImage?.src === src || row.body.includes(src)) dependsOn(pictureTag(src))
  }
  const [filed, corrections, parents] = await Promise.all([
    readFiling(db, row.id, facts),
    db.correction.findMany({
      where: { articleId: row.id },
      orderBy: { createdAt: 'desc' },
      select: { id: true, kind: true, text: true, createdAt: true },
    }),
    listParents(db, row.parentId),
  ])
  return {
    id: row.id,
    kind: row.kind,
    path: row.path,
    headline: displayText(row.headline, row.sourceSite),
    kicker: row.kicker,
    dek: row.dek === null ? null : displayText(row.dek, row.sourceSite),
    excerpt: displayText(row.excerpt, row.sourceSite),
    label: row.label,
    body: row.body,
    wordCount: row.wordCount,
    locale: row.locale,
    byline: { authors: filed.authors, override: row.bylineOverride },
    leadImage,
    missingImages: parseMissing(row.missingImages),
    commentsOpen: row.commentsOpen,
    commentCount: row.commentCount,
    publishedAt: row.publishedAt,
    publishedDay: row.publishedDay,
    revisedAt: row.revisedAt,
    categoryChain: facts.categories.chain(row.primaryCategoryId),
    tags: filed.tags,
    corrections,
    parents,
    imported: row.sourceSite !== null,
  }
}

/**
 * Authors in the order of the byline, and tags by name, of a published article: both are known from the archives it stands
 * in. Two queries.
 */
async function readFiling(db: Database, articleId: number, facts: SiteFacts) {
  const entries = await db.archiveEntry.findMany({ where: { articleId }, select: { key: true, position: true } })
  const filed = entries.map(({ key, position }) => ({ ...readKey(key), position }))
  const ids = filed.flatMap(({ kind, id }) => (kind === 'tag' ? [id] : []))
  const tags = ids.length
    ? await db.tag.findMany({ where: { id: { in: ids } }, select: { slug: true, name: true } })
    : []
  return {
    authors: filed
      .filter(({ kind }) => kind === 'author')
      .sort((a, b) => a.position - b.position)
      .flatMap(({ id }) => authorOf(facts, id) ?? []),
    tags: tags.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

/** Standing pages are a few levels deep; the limit ends a loop that came from outside. */
const DEEPEST = 8

async function listParents(db: Database, parentId: number | null): Promise<{ path: string; headline: string }[]> {
  const parents: { path: string; headline: string }[] = []
  for (let next = parentId; next !== null && parents.length < DEEPEST; ) {
    const parent = await db.article.findUnique({
      where: { id: next },
      select: { id: true, path: true, headline: true, status: true, parentId: true },
    })
    if (!parent) break
    dependsOn(`article:${parent.id}`)
    if (parent.status === 'PUBLISHED') parents.unshift({ path: parent.path, headline: parent.headline })
    next = parent.parentId
  }
  return parents
}

type Neighbour = { id: number; path: string; headline: string }

const NEWEST_FIRST = [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }] as const
const OLDEST_FIRST = [{ publishedDay: 'asc' }, { publishedAt: 'asc' }, { id: 'asc' }] as const

/**
 * The articles published just before and just after this one, of the same primary category where it has one. Two
 * queries. The day is asked for first because the index can begin there; of that day the times decide.
 */
export async function getNeighbours(
  db: Database,
  article: ArticleView,
): Promise<{ previous: Neighbour | null; next: Neighbour | null }> {
  const category = article.categoryChain.at(-1)
  const { id, publishedAt, publishedDay } = article
  dependsOn(neighbourTag(category?.id ?? null))
  const public_ = {
    ...(category && { primaryCategoryId: category.id }),
    kind: 'ARTICLE',
    status: 'PUBLISHED',
  } as const
  const select = { id: true, path: true, headline: true }
  const [previous, next] = await Promise.all([
    db.article.findFirst({
      where: {
        ...public_,
        publishedDay: { lte: publishedDay },
        OR: [
          { publishedDay: { lt: publishedDay } },
          { publishedAt: { lt: publishedAt } },
          { publishedAt, id: { lt: id } },
        ],
      },
      orderBy: [...NEWEST_FIRST],
      select,
    }),
    db.article.findFirst({
      where: {
        ...public_,
        publishedDay: { gte: publishedDay },
        OR: [
          { publishedDay: { gt: publishedDay } },
          { publishedAt: { gt: publishedAt } },
          { publishedAt, id: { gt: id } },
        ],
      },
      orderBy: [...OLDEST_FIRST],
      select,
    }),
  ])
  for (const neighbour of [previous, next]) if (neighbour) dependsOn(`article:${neighbour.id}`)
  return { previous, next }
}

/** Four are shown, and two more may stand on the page as its neighbours. */
const RELATED = 6

/**
 * The newest other articles of the same primary category (of the whole site where it has none), without their authors.
 * One query.
 */
export async function listRelated(
  db: Database,
  article: ArticleView,
  facts: SiteFacts,
  now: Date,
): Promise<ArticleCard[]> {
  const category = article.categoryChain.at(-1)
  const rows: CardRow[] = await db.article.findMany({
    where: {
      ...(category && { primaryCategoryId: category.id }),
      kind: 'ARTICLE',
      status: 'PUBLISHED',
    },
    orderBy: [...NEWEST_FIRST],
    take: RELATED + 1,
    select: cardSelect,
  })
  return rows
    .filter(({ id }) => id !== article.id)
    .slice(0, RELATED)
    .map((row) => cardFromRow(row, { authors: [], override: row.bylineOverride }, facts, now))
}

/** The standing pages directly below one, in their order. One query. */
export async function listChildPages(db: Database, parentId: number): Promise<{ path: string; headline: string }[]> {
  dependsOn(`children:${parentId}`)
  return db.article.findMany({
    where: { parentId, kind: 'PAGE', status: 'PUBLISHED' },
    orderBy: [{ position: 'asc' }, { headline: 'asc' }],
    select: { path: true, headline: true },
  })
}

/**
 * Where an address leads that is not exactly an article's: to the article that is spelled nearly so, or to where a
 * stored redirect points. Two queries at most; null where it leads nowhere.
 */
export async function findMovedPath(db: Database, path: string): Promise<string | null> {
  const folded = foldPath(path)
  const article = await db.article.findFirst({
    where: { pathFolded: folded, status: { in: ['PUBLISHED', 'WITHDRAWN'] } },
    select: { path: true },
  })
  if (article && article.path !== path) return article.path
  const redirect = await db.redirect.findFirst({
    where: { fromFolded: folded },
    select: { toPath: true },
  })
  return redirect && redirect.toPath !== path ? redirect.toPath : null
}

/** Enough to find the likeliest among, few enough to read on every missing page. */
const CANDIDATES = 40

/**
 * Ids of published articles whose slug begins like the one that was asked for, the likeliest first. One query: misspelt
 * and cut addresses mostly begin right.
 */
export async function listNearIds(db: Database, path: string, count: number): Promise<number[]> {
  const asked = askedSlug(path)
  const beginning = asked.slice(0, Math.max(3, Math.min(8, Math.floor(asked.length / 2))))
  if (beginning.length < 3) return []
  const candidates = await db.article.findMany({
    // Kind and status are asked below: with them here the database begins with every published article.
    where: { slug: { gte: beginning, lt: `${beginning}\uffff` } },
    orderBy: { slug: 'asc' },
    take: CANDIDATES,
    select: { id: true, slug: true, kind: true, status: true },
  })
  const shown = candidates.filter(({ kind, status }) => kind === 'ARTICLE' && status === 'PUBLISHED')
  return nearestSlugs(asked, shown, count)
}
