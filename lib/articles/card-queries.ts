import type { Prisma } from '@/generated/sqlite/client'
import type { Database } from '@/lib/db'
import { isShown, parseImage, parseMissing } from '@/lib/media/image'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import type { ArticleCard, Byline } from './view'

/** The columns of a card. */
export const cardSelect = {
  id: true,
  path: true,
  headline: true,
  kicker: true,
  label: true,
  dek: true,
  excerpt: true,
  locale: true,
  bylineOverride: true,
  primaryCategoryId: true,
  publishedAt: true,
  commentCount: true,
  leadImage: true,
  missingImages: true,
  pinnedUntil: true,
} satisfies Prisma.ArticleSelect

export type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>

export function cardFromRow(row: CardRow, byline: Byline, facts: SiteFacts, now: Date): ArticleCard {
  if (!row.publishedAt) throw new Error(`article ${row.id} is in a list without having been published`)
  dependsOn(`article:${row.id}`)
  const image = parseImage(row.leadImage)
  return {
    id: row.id,
    path: row.path,
    headline: row.headline,
    kicker: row.kicker,
    label: row.label,
    summary: row.dek ?? row.excerpt,
    locale: row.locale,
    byline,
    category: row.primaryCategoryId === null ? null : (facts.categories.get(row.primaryCategoryId) ?? null),
    publishedAt: row.publishedAt,
    commentCount: row.commentCount,
    image: image && isShown(image.src, parseMissing(row.missingImages)) ? image : null,
    pinned: row.pinnedUntil !== null && row.pinnedUntil > now,
  }
}

/** Who wrote each of the articles, in their order. One query. */
export async function readBylines(
  db: Database,
  articles: { id: number; bylineOverride: string | null }[],
  facts: SiteFacts,
): Promise<Map<number, Byline>> {
  const rows = await db.byline.findMany({
    where: { articleId: { in: articles.map(({ id }) => id) } },
    orderBy: [{ articleId: 'asc' }, { position: 'asc' }],
    select: { articleId: true, authorId: true },
  })
  const bylines = new Map<number, Byline>(
    articles.map(({ id, bylineOverride }) => [id, { authors: [], override: bylineOverride }]),
  )
  for (const { articleId, authorId } of rows) {
    const author = facts.authors.get(authorId)
    if (author) bylines.get(articleId)?.authors.push(author)
  }
  return bylines
}

const NO_BYLINE: Byline = { authors: [], override: null }

/** Cards of the published ones among `ids`, in the order of `ids`. Two queries. */
export async function listCards(db: Database, ids: number[], facts: SiteFacts, now: Date): Promise<ArticleCard[]> {
  if (ids.length === 0) return []
  const rows = await db.article.findMany({
    where: { id: { in: ids }, status: 'PUBLISHED' },
    select: cardSelect,
  })
  const bylines = await readBylines(db, rows, facts)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [cardFromRow(row, bylines.get(id) ?? NO_BYLINE, facts, now)] : []
  })
}
