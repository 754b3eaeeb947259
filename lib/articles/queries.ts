import { isShownOpen } from '@/lib/comments/shown-open'
import { tagsOfArticle } from '@/lib/database/tags-of-article'
import type { Database } from '@/lib/db'
import { parseImage, parseMissing } from '@/lib/media/image'
import { pictureTag } from '@/lib/media/sources'
import { dependsOn } from '@/lib/page-context'
import { authorOf, type SiteFacts } from '@/lib/site/facts'
import { tagTag } from '@/lib/taxonomy/shown-tags'
import { parseAlternates } from './alternates'
import { headTag } from './change-tags'
import { displayText } from './display-text'
import { inOrder, rolesOf, seoOf } from './drawn'
import { askedSlug, nearestSlugs } from './nearest'
import { foldPath } from './paths'
import type { ArticleView, WithdrawnArticle } from './view'

const articleSelect = {
  id: true,
  kind: true,
  status: true,
  path: true,
  headline: true,
  namesake: true,
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
  socialImage: true,
  alternates: true,
  seoTitle: true,
  seoDescription: true,
  canonicalUrl: true,
  noIndex: true,
  aiUse: true,
  aiNote: true,
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
  now: Date,
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
  dependsOn(headTag(row.id))
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
  const headline = displayText(row.headline, row.sourceSite)
  const excerpt = displayText(row.excerpt, row.sourceSite)
  return {
    id: row.id,
    kind: row.kind,
    path: row.path,
    headline,
    namesake: row.namesake,
    kicker: row.kicker,
    dek: row.dek === null ? null : displayText(row.dek, row.sourceSite),
    excerpt,
    seo: seoOf(row, headline, excerpt),
    aiUse: row.aiUse,
    aiNote: row.aiNote,
    label: row.label,
    body: row.body,
    wordCount: row.wordCount,
    locale: row.locale,
    byline: { authors: filed.authors, override: row.bylineOverride, roles: filed.roles },
    leadImage,
    missingImages: parseMissing(row.missingImages),
    socialImage: row.socialImage,
    alternates: parseAlternates(row.alternates),
    commentsOpen: isShownOpen(row, facts.comments, now),
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

/** Authors in the order of the byline with what they did, and tags by name. Two queries. */
async function readFiling(db: Database, articleId: number, facts: SiteFacts) {
  const [bylines, tags] = await Promise.all([
    db.byline.findMany({
      where: { articleId },
      select: { authorId: true, role: true, position: true },
    }),
    tagsOfArticle(db, articleId),
  ])
  bylines.sort((a, b) => a.position - b.position)
  dependsOn(...tags.map(({ id }) => tagTag(id)))
  return {
    authors: bylines.flatMap(({ authorId }) => authorOf(facts, authorId) ?? []),
    roles: rolesOf(bylines),
    tags: inOrder(tags),
  }
}

/** Standing pages are a few levels deep; the limit ends a loop that came from outside. */
const DEEPEST = 8

export async function listParents(
  db: Database,
  parentId: number | null,
): Promise<{ path: string; headline: string }[]> {
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

/** The standing pages directly below one, in their order. One query. */
export async function listChildPages(db: Database, parentId: number): Promise<{ path: string; headline: string }[]> {
  dependsOn(`children:${parentId}`)
  return db.article.findMany({
    where: { parentId, kind: 'PAGE', status: 'PUBLISHED' },
    orderBy: [{ position: 'asc' }, { headline: 'asc' }],
    select: { path: true, headline: true },
  })
}

/** The path of the article whose address is spelled nearly so, exactly as it is stored. One query. */
export async function findSpelledPath(db: Database, path: string): Promise<string | null> {
  const article = await db.article.findFirst({
    where: { pathFolded: foldPath(path), status: { in: ['PUBLISHED', 'WITHDRAWN'] } },
    select: { path: true },
  })
  return article && article.path !== path ? article.path : null
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
