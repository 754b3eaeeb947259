import { z } from 'zod'
import type { ArticleInput } from '@/lib/articles/input'
import { isWebAddress } from '@/lib/articles/web-address'
import type { ArticleDocument } from '@/lib/documents/document'
import { parseDocument } from '@/lib/documents/schema'
import { canonicalLocale } from '@/lib/i18n/locale'
import { imageSchema } from '@/lib/media/image'

const LABELS = ['NEWS', 'ANALYSIS', 'OPINION', 'REVIEW', 'INTERVIEW', 'EXPLAINER', 'SPONSORED', 'SATIRE'] as const

const AI_USES = ['NONE', 'ASSISTED', 'GENERATED'] as const

const locale = z.string().refine((tag) => canonicalLocale(tag) === tag, 'is no language tag')
const id = z.number().int().positive()
const ids = z.array(id).max(200)
/** Text without half a surrogate pair, which no database holds, and without the null that PostgreSQL refuses. */
const text = z.string().transform((given) => given.toWellFormed().replaceAll('\0', ''))

/** Half an address, as it stands there while somebody types, is none yet. */
const webAddress = text.nullable().transform((given) => (given && isWebAddress(given.trim()) ? given.trim() : null))

const document = z.unknown().transform((given, context): ArticleDocument => {
  const reading = parseDocument(given)
  if (reading.ok) return reading.document
  context.addIssue({ code: 'custom', message: reading.reason })
  return z.NEVER
})

/**
 * What is written of an article and what it is filed under: what a save holds, a revision keeps and a working copy
 * changes. When it is public, pinned or embargoed is not part of it.
 */
export const contentSchema = z.object({
  /** Empty: made from the headline. */
  slug: text,
  headline: text,
  kicker: text.nullable(),
  dek: text.nullable(),
  /** Null: derived from the dek or the text. */
  excerpt: text.nullable(),
  label: z.enum(LABELS),
  body: text,
  /** The text as it is edited; the body is written from it. Null: nobody has edited it here. */
  document: document.nullable().default(null),
  locale,
  bylineOverride: text.nullable(),
  leadImage: imageSchema.nullable(),
  primaryCategoryId: id.nullable(),
  categoryIds: ids,
  tagIds: ids,
  authorIds: ids,
  parentId: id.nullable(),
  position: z.number().int(),
  // What follows is younger than some of the revisions and working copies that are read here.
  /** By author's id. */
  authorRoles: z.record(z.string(), text).default({}),
  seoTitle: text.nullable().default(null),
  seoDescription: text.nullable().default(null),
  canonicalUrl: webAddress.default(null),
  noIndex: z.boolean().default(false),
  aiUse: z.enum(AI_USES).default('NONE'),
  aiNote: text.nullable().default(null),
  /** Of which article it is the translation. */
  translationOfId: id.nullable().default(null),
})
export type Content = z.infer<typeof contentSchema>

export function contentOf(input: ArticleInput): Content {
  const { slug, headline, kicker, dek, excerpt, label, body, document, locale, bylineOverride, leadImage } = input
  const { primaryCategoryId, categoryIds, tagIds, authorIds, authorRoles, parentId, position } = input
  const { seoTitle, seoDescription, canonicalUrl, noIndex, aiUse, aiNote, translationOfId } = input
  const said = { slug, headline, kicker, dek, excerpt, label, body, document, locale, bylineOverride, leadImage }
  const filed = { primaryCategoryId, categoryIds, tagIds, authorIds, authorRoles, parentId, position }
  return { ...said, ...filed, seoTitle, seoDescription, canonicalUrl, noIndex, aiUse, aiNote, translationOfId }
}

/** True where saving the one over the other would change nothing. The order of filing says nothing; that of authors does. */
export function isSameContent(one: Content, other: Content): boolean {
  return comparable(one) === comparable(other)
}

function comparable(content: Content): string {
  const inOrder = (numbers: number[]) => [...numbers].sort((a, b) => a - b)
  // Two documents that are read alike are the same text.
  const { leadImage, document: _document, ...columns } = contentSchema.parse(content)
  const image = leadImage && Object.entries(leadImage).sort(([a], [b]) => (a < b ? -1 : 1))
  const filed = { categoryIds: inOrder(content.categoryIds), tagIds: inOrder(content.tagIds) }
  return JSON.stringify([{ ...columns, ...filed }, image])
}

/** True where readers would see another text; what they are told of how it was made belongs to it. */
export function textChanged(before: Content, after: Content): boolean {
  const shown = ({ headline, dek, body, aiUse, aiNote }: Content) => [headline, dek, body, aiUse, aiNote]
  return shown(before).some((part, i) => part !== shown(after)[i])
}
