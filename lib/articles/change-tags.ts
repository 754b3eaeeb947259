import type { Prisma } from '@/generated/sqlite/client'
import { foldPath } from './paths'

/** What of an article is shown beyond its own page and its cards, and by that decides which other pages change. */
export const shownSelect = {
  kind: true,
  status: true,
  path: true,
  publishedAt: true,
  publishedDay: true,
  primaryCategoryId: true,
  parentId: true,
  position: true,
  headline: true,
  locale: true,
  revisedAt: true,
  leadImage: true,
  missingImages: true,
  pinnedUntil: true,
  canonicalUrl: true,
  noIndex: true,
} satisfies Prisma.ArticleSelect

type ShownRow = Prisma.ArticleGetPayload<{ select: typeof shownSelect }>
export type Shown = Omit<ShownRow, 'leadImage' | 'missingImages'> & { leadImage: unknown; missingImages: unknown }

/** Of the page whose head names what is made of an article, and of nothing else that shows it. */
export const headTag = (articleId: number): string => `head:${articleId}`

/** Of where a public article lives and what it is called: of the menus that lead to it (lib/menus). */
export const namedTag = (articleId: number): string => `named:${articleId}`

/** Of the lists that previous, next and related articles are taken from. */
export const neighbourTag = (categoryId: number | null): string =>
  categoryId === null ? 'all' : `neighbours:${categoryId}`

/**
 * Tags of the pages that show something of a change, but for its archives' (lib/archives/mutations.ts). Whoever shows the
 * article itself hears `article:ID`; lists hear of it only where it comes, goes or moves in them.
 */
export function changeTags(id: number, before: Shown | null, after: Shown): string[] {
  const tags = new Set([`article:${id}`, 'search'])
  const both = before ? [before, after] : [after]
  const isSame = (...fields: (keyof Shown)[]) =>
    before !== null && fields.every((field) => before[field]?.valueOf() === after[field]?.valueOf())
  const wasPublic = before !== null && isPublic(before)
  if (!wasPublic && !isPublic(after)) return []
  if (!isSame('status', 'path', 'headline', 'locale')) tags.add(namedTag(id))
  if (!isSame('status', 'path')) for (const { path } of both) tags.add(`path:${foldPath(path)}`)
  if (!isSame('status', 'kind', 'publishedAt', 'publishedDay', 'primaryCategoryId')) {
    for (const { kind, primaryCategoryId } of both) if (kind === 'ARTICLE') tags.add(neighbourTag(primaryCategoryId))
  }
  if (!isSame('status', 'pinnedUntil') && both.some(({ pinnedUntil }) => pinnedUntil)) tags.add('pinned')
  if (!isSame('status', 'kind', 'path', 'headline', 'parentId', 'position')) {
    for (const { kind, parentId } of both) if (kind === 'PAGE' && parentId !== null) tags.add(`children:${parentId}`)
  }
  return [...tags]
}

/** A withdrawn article still answers, with a notice. */
const isPublic = ({ status }: Shown): boolean => status === 'PUBLISHED' || status === 'WITHDRAWN'
