import type { Prisma } from '@/generated/sqlite/client'
import type { Database } from '@/lib/db'
import { parseImage, parseMissing } from '@/lib/media/image'
import { isShown } from '@/lib/media/shown'
import { pictureTag } from '@/lib/media/sources'
import { dependsOn } from '@/lib/page-context'
import { authorNamed, type SiteFacts } from '@/lib/site/facts'
import { displayText } from './display-text'
import { rolesOf } from './drawn'
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
  sourceSite: true,
} satisfies Prisma.ArticleSelect

export type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>

export function cardFromRow(row: CardRow, byline: Byline, facts: SiteFacts, now: Date): ArticleCard {
  if (!row.publishedAt) throw new Error(`article ${row.id} is in a list without having been published`)
  dependsOn(`article:${row.id}`)
  const image = parseImage(row.leadImage)
  if (image && facts.unfinishedPictures.has(image.src)) dependsOn(pictureTag(image.src))
  return {
    id: row.id,
    path: row.path,
    headline: displayText(row.headline, row.sourceSite),
    kicker: row.kicker,
    label: row.label,
    summary: displayText(row.dek ?? row.excerpt, row.sourceSite),
    locale: row.locale,
    byline,
    // Its name stands above the headline where no kicker does.
    category:
      row.kicker === null && row.primaryCategoryId !== null
        ? (facts.categories.named(row.primaryCategoryId) ?? null)
        : null,
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
    select: { articleId: true, authorId: true, position: true, role: true },
  })
  const bylines = new Map<number, Byline>(
    articles.map(({ id, bylineOverride }) => [
      id,
      { authors: [], override: bylineOverride, roles: rolesOf(rows.filter(({ articleId }) => articleId === id)) },
    ]),
  )
  for (const { articleId, authorId } of rows.toSorted((a, b) => a.position - b.position)) {
    const author = authorNamed(facts, authorId)
    if (author) bylines.get(articleId)?.authors.push(author)
  }
  return bylines
}

const NO_BYLINE: Byline = { authors: [], override: null }

/** Cards of the published ones among `ids`, in the order of `ids`. Two queries. */
export async function listCards(db: Database, ids: number[], facts: SiteFacts, now: Date): Promise<ArticleCard[]> {
  if (ids.length === 0) return []
  const rows = await db.article.findMany({ where: { id: { in: ids } }, select: { ...cardSelect, status: true } })
  // Asked here: with the status in the query SQLite reads the index of all published articles instead of ten rows.
  const published = rows.filter(({ status }) => status === 'PUBLISHED')
  const bylines = await readBylines(db, published, facts)
  const byId = new Map(published.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [cardFromRow(row, bylines.get(id) ?? NO_BYLINE, facts, now)] : []
  })
}
