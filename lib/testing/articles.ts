import { recount } from '@/lib/archives/mutations'
import { type ArticleInput, UNSAID } from '@/lib/articles/input'
import { insertArticles } from '@/lib/articles/mutations'
import type { Database } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { CategoryTree } from '@/lib/taxonomy/category-tree'

let made = 0

/** An article of a test: published on 22 November 2026 unless the test says what matters. */
export function articleInput(over: Partial<ArticleInput> = {}): ArticleInput {
  made++
  const slug = over.slug ?? `article-${made}`
  return {
    kind: 'ARTICLE',
    status: 'PUBLISHED',
    path: `/${slug}/`,
    slug,
    headline: `Headline ${made}`,
    kicker: null,
    dek: null,
    excerpt: null,
    label: 'NEWS',
    body: '<p>A paragraph.</p>',
    locale: 'en',
    bylineOverride: null,
    leadImage: null,
    document: null,
    ...UNSAID,
    missingImages: [],
    commentsOpen: true,
    pinnedUntil: null,
    publishAt: null,
    publishedAt: new Date('2026-11-22T06:30:00Z'),
    publishedDay: null,
    revisedAt: null,
    trashedAt: null,
    createdAt: new Date('2026-11-22T06:00:00Z'),
    primaryCategoryId: null,
    categoryIds: [],
    tagIds: [],
    authorIds: [],
    parentId: null,
    position: 0,
    guid: null,
    source: null,
    corrections: [],
    ...over,
  }
}

/** Writes articles as everything else does, and answers their ids. */
export async function addArticles(db: Database, inputs: ArticleInput[], timeZone = 'UTC'): Promise<number[]> {
  const categories = new CategoryTree(await db.category.findMany())
  return transact(db, async (tx) => {
    const { ids, touched } = await insertArticles(tx, inputs, { timeZone, categories })
    await recount(tx, touched)
    return ids
  })
}

export async function addArticle(db: Database, over: Partial<ArticleInput> = {}): Promise<number> {
  const [id = 0] = await addArticles(db, [articleInput(over)])
  return id
}
