import { categoryKey, tagKey } from '@/lib/archives/keys'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { inTreeOrder } from './arrange'
import type { Category } from './category-tree'

/** A category in the newsroom's tree. */
export type CategoryLine = Category & {
  depth: number
  /** What readers find under its name, all below it included. */
  published: number
  /** Articles filed in it itself, drafts and all. */
  filed: number
}

/** The whole tree, each before those below it; empty for whoever may not change it. Two queries. */
export async function listCategoryLines(db: Database, viewer: Viewer): Promise<CategoryLine[]> {
  if (!may(viewer, 'taxonomy.edit')) return []
  const { categories } = await getSiteFacts(db)
  const [archives, filed] = await Promise.all([
    db.archive.findMany({
      where: { key: { gte: 'category-', lt: 'category.' } },
      select: { key: true, articles: true },
    }),
    db.articleCategory.groupBy({ by: ['categoryId'], _count: { _all: true } }),
  ])
  const published = new Map(archives.map(({ key, articles }) => [key, articles]))
  const directly = new Map(filed.map(({ categoryId, _count }) => [categoryId, _count._all]))
  return inTreeOrder(categories).flatMap(({ id, depth }) => {
    const category = categories.get(id)
    if (!category) return []
    return [{ ...category, depth, published: published.get(categoryKey(id)) ?? 0, filed: directly.get(id) ?? 0 }]
  })
}

export type TagLine = { id: number; slug: string; name: string; description: string; published: number; filed: number }

export const TAGS_PAGE = 50

/** Tags by name; `words`: with these in their names or addresses. Three queries. */
export async function listTagLines(
  db: Database,
  viewer: Viewer,
  { words, page }: { words: string; page: number },
): Promise<{ tags: TagLine[]; more: boolean }> {
  if (!may(viewer, 'taxonomy.edit')) return { tags: [], more: false }
  const found = await db.tag.findMany({
    where: words
      ? { OR: spellingsOf(words).flatMap((w) => [{ name: { contains: w } }, { slug: { contains: w } }]) }
      : {},
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * TAGS_PAGE,
    take: TAGS_PAGE + 1,
    select: { id: true, slug: true, name: true, description: true },
  })
  return { tags: await counted(db, found.slice(0, TAGS_PAGE)), more: found.length > TAGS_PAGE }
}

/** Not every database finds "Ferry" by "ferry". */
const spellingsOf = (words: string): string[] => [
  ...new Set([words, words.toLowerCase(), words.charAt(0).toUpperCase() + words.slice(1)]),
]

async function counted(db: Database, tags: Omit<TagLine, 'published' | 'filed'>[]): Promise<TagLine[]> {
  const ids = tags.map(({ id }) => id)
  const [archives, filed] = await Promise.all([
    db.archive.findMany({ where: { key: { in: ids.map(tagKey) } }, select: { key: true, articles: true } }),
    db.articleTag.groupBy({ by: ['tagId'], where: { tagId: { in: ids } }, _count: { _all: true } }),
  ])
  const published = new Map(archives.map(({ key, articles }) => [key, articles]))
  const having = new Map(filed.map(({ tagId, _count }) => [tagId, _count._all]))
  return tags.map((tag) => ({ ...tag, published: published.get(tagKey(tag.id)) ?? 0, filed: having.get(tag.id) ?? 0 }))
}

/** One tag with its counts; null where it is not there, or not for this viewer. */
export async function getTagLine(db: Database, viewer: Viewer, id: number): Promise<TagLine | null> {
  if (!may(viewer, 'taxonomy.edit')) return null
  const select = { id: true, slug: true, name: true, description: true } as const
  const tag = await db.tag.findUnique({ where: { id }, select })
  return tag && ((await counted(db, [tag]))[0] ?? null)
}

/** The tag that somebody typed: by its name in whatever case, or its address. */
export async function findTypedTag(db: Database, typed: string): Promise<number | null> {
  const name = typed.trim()
  const tag = await db.tag.findFirst({
    where: { OR: spellingsOf(name).flatMap((spelling) => [{ name: spelling }, { slug: spelling }]) },
    select: { id: true },
  })
  return tag?.id ?? null
}
