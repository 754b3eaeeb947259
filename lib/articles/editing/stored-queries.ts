import type { Prisma } from '@/generated/sqlite/client'
import { excerptOf } from '@/lib/articles/excerpt'
import type { ArticleInput } from '@/lib/articles/input'
import type { LifeFacts } from '@/lib/articles/lifecycle'
import type { WritingSite } from '@/lib/articles/mutations'
import type { Database, Tx } from '@/lib/db'
import type { ArticleDocument } from '@/lib/documents/document'
import { plainText } from '@/lib/markup/plain-text'
import { parseImage, parseMissing } from '@/lib/media/image'
import { parseSettings, type SiteSettings } from '@/lib/site/settings'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import type { Owned } from './ownership'

/** An article as it is stored, whole. */
export type Stored = {
  id: number
  version: number
  ownerId: string | null
  embargoUntil: Date | null
  withdrawAt: Date | null
  withdrawalNotice: string | null
  updatedAt: Date
  input: ArticleInput
}

const storedSelect = {
  id: true,
  version: true,
  ownerId: true,
  embargoUntil: true,
  withdrawAt: true,
  withdrawalNotice: true,
  updatedAt: true,
  kind: true,
  status: true,
  path: true,
  slug: true,
  headline: true,
  kicker: true,
  dek: true,
  excerpt: true,
  label: true,
  body: true,
  document: true,
  locale: true,
  bylineOverride: true,
  leadImage: true,
  seoTitle: true,
  seoDescription: true,
  canonicalUrl: true,
  noIndex: true,
  aiUse: true,
  aiNote: true,
  missingImages: true,
  commentsOpen: true,
  pinnedUntil: true,
  publishAt: true,
  publishedAt: true,
  publishedDay: true,
  revisedAt: true,
  trashedAt: true,
  createdAt: true,
  primaryCategoryId: true,
  parentId: true,
  translationOfId: true,
  position: true,
  guid: true,
  sourceSite: true,
  sourceId: true,
  sourceHash: true,
  sourceNotes: true,
  categories: { select: { categoryId: true }, orderBy: { categoryId: 'asc' } },
  tags: { select: { tagId: true }, orderBy: { tagId: 'asc' } },
  // A few rows, which no index has in this order.
  bylines: { select: { authorId: true, role: true, position: true } },
  corrections: { select: { kind: true, text: true, createdAt: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ArticleSelect

/** Everything that writing an article anew needs. Five queries. */
export async function readStored(db: Database | Tx, id: number): Promise<Stored | null> {
  const row = await db.article.findUnique({ where: { id }, select: storedSelect })
  if (!row) return null
  const { version, ownerId, embargoUntil, withdrawAt, withdrawalNotice, updatedAt } = row
  return { id, version, ownerId, embargoUntil, withdrawAt, withdrawalNotice, updatedAt, input: inputOf(row) }
}

function inputOf(row: Prisma.ArticleGetPayload<{ select: typeof storedSelect }>): ArticleInput {
  const { kind, status, path, slug, headline, kicker, dek, label, body, locale, bylineOverride, commentsOpen } = row
  const { pinnedUntil, publishAt, publishedAt, publishedDay, revisedAt, trashedAt, createdAt } = row
  const { seoTitle, seoDescription, canonicalUrl, noIndex, aiUse, aiNote, translationOfId } = row
  const bylines = row.bylines.toSorted((a, b) => a.position - b.position)
  const { primaryCategoryId, parentId, position, guid, sourceSite, sourceId, sourceHash, sourceNotes } = row
  const source = { site: sourceSite ?? '', id: sourceId ?? 0, hash: sourceHash ?? '', notes: notesOf(sourceNotes) }
  // What nobody wrote by hand follows the text further on.
  const isDerived = row.excerpt === excerptOf(null, dek, plainText(body))
  return {
    ...{ kind, status, path, slug, headline, kicker, dek, label, body, locale, bylineOverride, commentsOpen },
    document: row.document as ArticleDocument | null,
    ...{ pinnedUntil, publishAt, publishedAt, publishedDay, revisedAt, trashedAt, createdAt },
    ...{ primaryCategoryId, parentId, position, guid },
    ...{ seoTitle, seoDescription, canonicalUrl, noIndex, aiUse, aiNote, translationOfId },
    excerpt: isDerived ? null : row.excerpt,
    leadImage: parseImage(row.leadImage),
    missingImages: [...parseMissing(row.missingImages)],
    categoryIds: row.categories.map(({ categoryId }) => categoryId),
    tagIds: row.tags.map(({ tagId }) => tagId),
    authorIds: bylines.map(({ authorId }) => authorId),
    authorRoles: Object.fromEntries(bylines.flatMap(({ authorId, role }) => (role ? [[authorId, role]] : []))),
    corrections: row.corrections,
    source: sourceSite === null ? null : source,
  }
}

const notesOf = (notes: Prisma.JsonValue): object => (typeof notes === 'object' && notes !== null ? notes : {})

/** Whose an article is; null: there is none. */
export async function readOwned(db: Database | Tx, id: number): Promise<Owned | null> {
  const row = await db.article.findUnique({
    where: { id },
    select: { ownerId: true, bylines: { select: { authorId: true } } },
  })
  return row && { ownerId: row.ownerId, authorIds: row.bylines.map(({ authorId }) => authorId) }
}

/** What of it says whose it is. */
export const ownedOf = ({ ownerId, input }: Stored): Owned => ({ ownerId, authorIds: input.authorIds })

export const lifeFacts = ({ input, embargoUntil }: Stored, now: Date): LifeFacts => ({
  status: input.status,
  publishAt: input.publishAt,
  embargoUntil,
  trashedAt: input.trashedAt,
  now,
})

export type EditingSite = WritingSite & Pick<SiteSettings, 'pathPattern' | 'locale'>

/** What a save needs to know of the site, as it is within the transaction. Two queries. */
export async function readEditingSite(tx: Tx): Promise<EditingSite> {
  const { site } = parseSettings(await tx.setting.findMany({ where: { key: 'site' } }))
  const categories = new CategoryTree(await tx.category.findMany())
  return { timeZone: site.timeZone, pathPattern: site.pathPattern, locale: site.locale, categories }
}
