import type { Prisma } from '@/generated/sqlite/client'
import { canonicalLocale } from '@/lib/i18n/locale'
import type { FileStart } from '@/lib/site/page-frame'
import { ownArticles, ownAuthors, ownCategories, ownTags } from './number-queries'
import type { Asked } from './parameters'
import type { Sifting } from './sifting'

/** By what a list of posts is to be sifted. A query at most for each parameter. */
export async function readSifting(start: FileStart, asked: Asked): Promise<Sifting> {
  const { db, facts, now } = start
  const of = async (name: string, own: (numbers: number[]) => number[] | Promise<number[]>) => {
    const numbers = asked.integers(name)
    return numbers && own(numbers)
  }
  const authors = (numbers: number[]) => ownAuthors(facts, numbers)
  const categories = (numbers: number[]) => ownCategories(facts, numbers)
  const tags = (numbers: number[]) => ownTags(db, numbers)
  const articles = (numbers: number[]) => ownArticles(db, facts, numbers)
  const others: (Prisma.ArticleWhereInput | undefined)[] = [
    mapped(await of('categories_exclude', categories), (ids) => ({
      categories: { none: { categoryId: { in: ids } } },
    })),
    mapped(await of('tags_exclude', tags), (ids) => ({ tags: { none: { tagId: { in: ids } } } })),
    mapped(await of('author_exclude', authors), (ids) => ({ bylines: { none: { authorId: { in: ids } } } })),
    mapped(await of('exclude', articles), (ids) => ({ id: { notIn: ids } })),
    mapped(await of('parent', articles), (ids) => ({
      OR: [{ parentId: { in: ids } }, ...(asked.integers('parent')?.includes(0) ? [{ parentId: null }] : [])],
    })),
    mapped(await of('parent_exclude', articles), (ids) => ({ NOT: { parentId: { in: ids } } })),
    mapped(asked.date('modified_after'), (gt) => ({ updatedAt: { gt } })),
    mapped(asked.date('modified_before'), (lt) => ({ updatedAt: { lt } })),
    mapped(asked.boolean('sticky'), (sticky) =>
      sticky ? { pinnedUntil: { gt: now } } : { NOT: { pinnedUntil: { gt: now } } },
    ),
  ]
  return {
    categories: await of('categories', categories),
    tags: await of('tags', tags),
    authors: await of('author', authors),
    language: languageAsked(asked),
    after: asked.date('after'),
    before: asked.date('before'),
    others: others.flatMap((condition) => condition ?? []),
  }
}

/** Not WordPress's own: Polylang and WPML ask so, and what is empty is every language with them. */
function languageAsked(asked: Asked): string | undefined {
  const tag = asked.text('lang')?.trim()
  return tag ? (canonicalLocale(tag) ?? tag) : undefined
}

const mapped = <T, R>(value: T | undefined, map: (value: T) => R): R | undefined =>
  value === undefined ? undefined : map(value)
