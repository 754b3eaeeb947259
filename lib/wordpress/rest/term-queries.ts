import { ALL, kindTag, readKey } from '@/lib/archives/keys'
import { plainBio } from '@/lib/authors/bio'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import { AUTHORS_TAG } from '@/lib/site/facts'
import type { FileStart } from '@/lib/site/page-frame'
import { TAG_NAMES } from '@/lib/taxonomy/shown-tags'
import { termNumber } from './numbers'
import { categoryShape, type TermRow, tagShape, userShape } from './shapes'

export type Term = TermRow & { shape: () => Record<string, unknown> }

/** How many articles each archive of a kind has; one that has none is not among them. One query. */
async function countArchives(db: Database, kind: 'category' | 'tag' | 'author'): Promise<ReadonlyMap<number, number>> {
  dependsOn(kindTag(kind))
  const rows = await db.archive.findMany({
    // "-" is followed by "." in every order of letters that databases have.
    where: { key: { gte: `${kind}-`, lt: `${kind}.` }, articles: { gt: 0 } },
    select: { key: true, articles: true },
  })
  return new Map(rows.map(({ key, articles }) => [readKey(key).id, articles]))
}

/** All categories, with what is filed under each itself. Two queries. */
export async function readCategories({
  db,
  facts,
  siteUrl,
}: FileStart): Promise<(Term & { parentId: number | null })[]> {
  const { categories, numbers } = facts
  const counts = await countArchives(db, 'category')
  // What is filed under a category itself may change where its archive does not.
  dependsOn('search')
  const parents = [...categories].flatMap(({ id }) => (categories.children(id).length ? [id] : []))
  const direct = new Map(
    parents.length
      ? (
          await db.articleCategory.groupBy({
            by: ['categoryId'],
            // Whatever is public stands in this archive; asked for its status, SQLite would begin with every article.
            where: { categoryId: { in: parents }, article: { archiveEntries: { some: { key: ALL } } } },
            _count: { _all: true },
          })
        ).map(({ categoryId, _count }) => [categoryId, _count._all])
      : [],
  )
  const numberOf = (id: number | null) => (id === null ? 0 : termNumber(id, numbers.categories.get(id)))
  return [...categories].map((category) => {
    const { id, slug, name, description, path, parentId } = category
    const count = (parents.includes(id) ? direct.get(id) : counts.get(id)) ?? 0
    const row = { id, number: numberOf(id), slug, name, description, count }
    return { ...row, parentId, shape: () => categoryShape(siteUrl, { ...row, path, parent: numberOf(parentId) }) }
  })
}

/** Tags with published articles: the name of one that is only on drafts would tell of them. Two queries. */
export async function readTags({ db, siteUrl }: FileStart): Promise<Term[]> {
  dependsOn(TAG_NAMES)
  const counts = await countArchives(db, 'tag')
  const tags = await db.tag.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, wordpressId: true, slug: true, name: true, description: true },
  })
  return tags.flatMap(({ wordpressId, ...tag }) => {
    const count = counts.get(tag.id)
    const row = count === undefined ? null : { ...tag, number: termNumber(tag.id, wordpressId), count }
    const shape = (shown: TermRow) => {
      dependsOn(`tag:${shown.id}`)
      return tagShape(siteUrl, shown)
    }
    return row ? [{ ...row, shape: () => shape(row) }] : []
  })
}

/** Authors with published articles. One query. */
export async function readUsers({ db, facts, siteUrl }: FileStart): Promise<Term[]> {
  dependsOn(AUTHORS_TAG)
  const counts = await countArchives(db, 'author')
  return [...facts.authors.values()].flatMap((author) => {
    const count = counts.get(author.id)
    if (count === undefined) return []
    const number = termNumber(author.id, facts.numbers.authors.get(author.id))
    const { id, slug, name, bio } = author
    const description = plainBio(bio)
    return [{ id, number, slug, name, description, count, shape: () => userShape(siteUrl, author, number) }]
  })
}
