import { authorKey, categoryKey, kindTag, readKey, tagKey } from '@/lib/archives/keys'
import { authorPath, categoryPath, tagPath } from '@/lib/articles/paths'
import { plainBio } from '@/lib/authors/bio'
import type { Database } from '@/lib/db'
import { isShown } from '@/lib/media/shown'
import { dependsOn } from '@/lib/page-context'
import { authorOf } from '@/lib/site/facts'
import type { FileStart } from '@/lib/site/page-frame'
import { describedTag } from '@/lib/taxonomy/shown-tags'
import { imageOf } from './image'
import type { Author, Category, Tag } from './schemas'

const KINDS = {
  authors: { kind: 'author', keyOf: authorKey },
  categories: { kind: 'category', keyOf: categoryKey },
  tags: { kind: 'tag', keyOf: tagKey },
} as const
export type TermKind = keyof typeof KINDS
type Counted = { id: number; articleCount: number }

/**
 * Authors, categories or tags with published articles, after one of them, in an order of no meaning that stays. The name of
 * any other could tell of a draft. One query, which begins there.
 */
export async function listCounted(
  db: Database,
  list: TermKind,
  after: number | null,
  take: number,
): Promise<Counted[]> {
  const { kind, keyOf } = KINDS[list]
  dependsOn(kindTag(kind))
  const rows = await db.archive.findMany({
    // "-" is followed by "." in every order of letters that databases have.
    where: { key: { gt: after === null ? `${kind}-` : keyOf(after), lt: `${kind}.` }, articles: { gt: 0 } },
    orderBy: { key: 'asc' },
    take,
    select: { key: true, articles: true },
  })
  return rows.map(({ key, articles }) => ({ id: readKey(key).id, articleCount: articles }))
}

export async function findCounted(db: Database, list: TermKind, id: number): Promise<Counted[]> {
  const { kind, keyOf } = KINDS[list]
  dependsOn(kindTag(kind))
  const row = await db.archive.findUnique({
    where: { key: keyOf(id), articles: { gt: 0 } },
    select: { articles: true },
  })
  return row ? [{ id, articleCount: row.articles }] : []
}

/** What there is to say of them. One query for tags, none for the others. */
export async function describeTerms(
  start: FileStart,
  list: TermKind,
  counted: Counted[],
): Promise<(Author | Category | Tag)[]> {
  if (list === 'authors') return counted.flatMap((one) => authorsOf(start, one))
  if (list === 'categories') return counted.flatMap((one) => categoriesOf(start, one))
  const { db, siteUrl } = start
  const ids = counted.map(({ id }) => id)
  const tags = await db.tag.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true, description: true },
  })
  dependsOn(...ids.map((id) => `tag:${id}`))
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  return counted.flatMap(({ id, articleCount }) => {
    const tag = byId.get(id)
    return tag ? [{ ...tag, url: siteUrl + tagPath(tag.slug), articleCount }] : []
  })
}

function authorsOf({ facts, siteUrl }: FileStart, { id, articleCount }: Counted): Author[] {
  const author = authorOf(facts, id)
  if (!author) return []
  const { slug, name, locale, portrait, links } = author
  const bio = plainBio(author.bio)
  const image = portrait && isShown(portrait.src, new Set()) ? imageOf(portrait, siteUrl) : null
  return [{ id, url: siteUrl + authorPath(slug), slug, name, bio, language: locale, image, links, articleCount }]
}

function categoriesOf({ facts, siteUrl }: FileStart, { id, articleCount }: Counted): Category[] {
  const category = facts.categories.get(id)
  if (!category) return []
  dependsOn(describedTag(id))
  const { slug, path, name, description, locale, parentId } = category
  const url = siteUrl + categoryPath(path)
  return [{ id, url, slug, path, name, description, language: locale, parentId, articleCount }]
}
