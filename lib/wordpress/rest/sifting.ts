import type { Prisma } from '@/generated/sqlite/client'
import { LARGEST_ID } from '@/lib/comments/row-id'
import type { Asked } from './parameters'

/** Ids in order, and how many there are on all pages. */
export type Chosen = { ids: number[]; total: number }

/** By what a list of posts is sifted, in our own ids. */
export type Sifting = {
  categories?: number[] | undefined
  tags?: number[] | undefined
  authors?: number[] | undefined
  /** As its tag is stored. */
  language?: string | undefined
  after?: Date | undefined
  before?: Date | undefined
  /** Everything else. */
  others: Prisma.ArticleWhereInput[]
}

export type Span = { skip: number; take: number }

export function spanOf(asked: Asked): Span {
  const take = asked.integer('per_page') ?? 10
  const skip = asked.integer('offset') ?? ((asked.integer('page') ?? 1) - 1) * take
  return { skip: Math.min(skip, LARGEST_ID), take }
}

/** All conditions as one on the article. */
export function conditions({
  categories,
  tags,
  authors,
  language,
  after,
  before,
  others,
}: Sifting): Prisma.ArticleWhereInput[] {
  return [
    ...(categories ? [{ categories: { some: { categoryId: { in: categories } } } }] : []),
    ...(tags ? [{ tags: { some: { tagId: { in: tags } } } }] : []),
    ...(authors ? [{ bylines: { some: { authorId: { in: authors } } } }] : []),
    ...(language ? [{ locale: language }] : []),
    ...(after || before ? [{ publishedAt: { ...(after && { gt: after }), ...(before && { lt: before }) } }] : []),
    ...others,
  ]
}
