import { ALL, categoryKey, tagKey } from '@/lib/archives/keys'
import type { Database } from '@/lib/db'
import { CategoryTree } from '@/lib/taxonomy/category-tree'

/** "key article" of every place that a published article has in an archive of a category or tag, as the lists say. */
export async function listedPlaces(db: Database): Promise<string[]> {
  const entries = await db.archiveEntry.findMany({
    where: { OR: [{ key: { startsWith: 'category-' } }, { key: { startsWith: 'tag-' } }] },
  })
  return entries.map(({ key, articleId }) => `${key} ${articleId}`).sort()
}

/** The same, as the articles' own filing says. */
export async function filedPlaces(db: Database): Promise<string[]> {
  const tree = new CategoryTree(await db.category.findMany())
  const articles = await db.article.findMany({
    where: { kind: 'ARTICLE', status: 'PUBLISHED' },
    select: { id: true, categories: true, tags: true },
  })
  return articles
    .flatMap(({ id, categories, tags }) => [
      ...[...tree.withAncestors(categories.map(({ categoryId }) => categoryId))].map(
        (one) => `${categoryKey(one)} ${id}`,
      ),
      ...tags.map(({ tagId }) => `${tagKey(tagId)} ${id}`),
    ])
    .sort()
}

/** "key articles" of every archive, as its row says, and as its months say. */
export async function countedArchives(db: Database) {
  const rows = await db.archive.findMany({ where: { key: { not: ALL } }, select: { key: true, articles: true } })
  const months = await db.archiveMonth.groupBy({ by: ['key'], where: { key: { not: ALL } }, _sum: { articles: true } })
  const entries = await db.archiveEntry.groupBy({ by: ['key'], where: { key: { not: ALL } }, _count: { _all: true } })
  return {
    rows: rows.map(({ key, articles }) => `${key} ${articles}`).sort(),
    months: months.map(({ key, _sum }) => `${key} ${_sum.articles}`).sort(),
    entries: entries.map(({ key, _count }) => `${key} ${_count._all}`).sort(),
  }
}
