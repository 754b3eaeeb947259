import type { Prisma } from '@/generated/sqlite/client'
import { ALL, archiveTags, kindTag, readKey, tagKey } from '@/lib/archives/keys'
import { plainBio } from '@/lib/authors/bio'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import { AUTHORS_TAG } from '@/lib/site/facts'
import type { FileStart } from '@/lib/site/page-frame'
import { TAG_NAMES, tagTag } from '@/lib/taxonomy/shown-tags'
import { termNumber } from './numbers'
import { categoryShape, type TermRow, tagShape, userShape } from './shapes'

export type Term = TermRow & { shape: () => Record<string, unknown> }
type Kind = 'category' | 'author'
/** Our ids of those that are asked for; null: of all. */
export type Ids = readonly number[] | null

/** How many articles the archives of a kind have; one that has none is not among them. One query. */
async function countArchives(db: Database, kind: Kind, ids: Ids): Promise<ReadonlyMap<number, number>> {
  const keys = ids?.map((id) => `${kind}-${id}`)
  dependsOn(...(keys?.length ? keys.flatMap((key) => archiveTags(key)) : [kindTag(kind)]))
  if (keys?.length === 0) return new Map()
  const rows = await db.archive.findMany({
    // "-" is followed by "." in every order of letters that databases have.
    where: { key: keys ? { in: keys } : { gte: `${kind}-`, lt: `${kind}.` }, articles: { gt: 0 } },
    select: { key: true, articles: true },
  })
  return new Map(rows.map(({ key, articles }) => [readKey(key).id, articles]))
}

/** Categories, each with what is filed under it itself; in the order of the ids. Two queries at most. */
export async function readCategories({ db, facts, siteUrl }: FileStart, ids: Ids): Promise<Term[]> {
  const { categories, numbers } = facts
  const counts = await countArchives(db, 'category', ids)
  const shown = ids ? ids.flatMap((id) => categories.get(id) ?? []) : [...categories]
  const parents = shown.flatMap(({ id }) => (counts.has(id) && categories.children(id).length ? [id] : []))
  const direct = parents.length ? await countFiled(db, parents) : new Map<number, number>()
  const numberOf = (id: number | null) => (id === null ? 0 : termNumber(id, numbers.categories.get(id)))
  return shown.map(({ id, slug, name, description, path, parentId }) => {
    const count = (parents.includes(id) ? direct.get(id) : counts.get(id)) ?? 0
    const row = { id, number: numberOf(id), slug, name, description, count }
    return { ...row, shape: () => categoryShape(siteUrl, { ...row, path, parent: numberOf(parentId) }) }
  })
}

/** What is filed under categories themselves, which have others below them. One query. */
async function countFiled(db: Database, ids: number[]): Promise<ReadonlyMap<number, number>> {
  // It may change where the category's archive, which has what is below it too, does not.
  dependsOn('search')
  const groups = await db.articleCategory.groupBy({
    by: ['categoryId'],
    // Whatever is public stands in this archive; asked for its status, SQLite would begin with every article.
    where: { categoryId: { in: ids }, article: { archiveEntries: { some: { key: ALL } } } },
    _count: { _all: true },
  })
  return new Map(groups.map(({ categoryId, _count }) => [categoryId, _count._all]))
}

export const tagSelect = {
  ...{ id: true, wordpressId: true, slug: true, name: true, description: true, published: true },
} as const
type TagRow = Prisma.TagGetPayload<{ select: typeof tagSelect }>

/**
 * Tags with published articles: the name of one that is only on drafts would tell of them. `where` says which; null: all.
 * One query.
 */
export async function readTags({ db, siteUrl }: FileStart, where: Prisma.TagWhereInput | null): Promise<Term[]> {
  dependsOn(TAG_NAMES)
  const tags = await db.tag.findMany({ where: where ?? { published: { not: 0 } }, select: tagSelect })
  const keys = where ? tags.map(({ id }) => tagKey(id)) : []
  dependsOn(...(keys.length ? keys.flatMap((key) => archiveTags(key)) : [kindTag('tag')]))
  return tags.filter(({ published }) => published > 0).map((tag) => termOfTag(siteUrl, tag))
}

export function termOfTag(siteUrl: string, { wordpressId, published: count, ...tag }: TagRow): Term {
  const row = { ...tag, number: termNumber(tag.id, wordpressId), count }
  const shape = () => {
    dependsOn(tagTag(row.id))
    return tagShape(siteUrl, row)
  }
  return { ...row, shape }
}

/** Authors with published articles. One query. */
export async function readUsers({ db, facts, siteUrl }: FileStart, ids: Ids): Promise<Term[]> {
  dependsOn(AUTHORS_TAG)
  const counts = await countArchives(db, 'author', ids)
  const shown = ids ? ids.flatMap((id) => facts.authors.get(id) ?? []) : [...facts.authors.values()]
  return shown.flatMap((author) => {
    const count = counts.get(author.id)
    if (count === undefined) return []
    const number = termNumber(author.id, facts.numbers.authors.get(author.id))
    const { id, slug, name, bio } = author
    const description = plainBio(bio)
    return [{ id, number, slug, name, description, count, shape: () => userShape(siteUrl, author, number) }]
  })
}
