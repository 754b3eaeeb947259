import { isDeepStrictEqual } from 'node:util'
import { fileInArchives, recount } from '@/lib/archives/mutations'
import { articlePath } from '@/lib/articles/paths'
import { monthOfDay } from '@/lib/calendar/days'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { SITE_TAG } from '@/lib/site/facts'
import { forgetEmptyMonths, noteChangedPlaces } from '@/lib/sitemaps/mutations'
import { fingerprintOf } from './fingerprint'
import { DEMO_ACTOR, DEMO_SITE } from './mark'
import type { DemoCategory, DemoNewsroom, DemoPage } from './newsroom'

export type DemoState = 'none' | 'untouched' | 'changed'

/** Whether the demo newsroom is there, and whether anything was written, edited or decided since it was loaded. */
export async function demoState(db: Database | Tx): Promise<DemoState> {
  const mark = await db.setting.findUnique({ where: { key: DEMO_SITE } })
  if (!mark) return 'none'
  const loaded = typeof mark.value === 'object' && mark.value && 'loaded' in mark.value ? mark.value.loaded : undefined
  return isDeepStrictEqual(loaded, { ...(await fingerprintOf(db, DEMO_ACTOR)) }) ? 'untouched' : 'changed'
}

/**
 * Takes the demo newsroom out again: its articles and pages with all that was said of them, and of its categories, tags,
 * authors and settings what nothing else uses or has changed. What was written since stays. One transaction.
 */
export async function removeDemo(db: Database, newsroom: DemoNewsroom): Promise<void> {
  await transact(db, async (tx) => {
    await removeArticles(tx, newsroom)
    // Who has chosen a password since is somebody's own account.
    await tx.user.deleteMany({
      where: { email: { in: newsroom.users.map(({ email }) => email) }, accounts: { none: {} } },
    })
    await tx.author.deleteMany({
      where: { slug: { in: newsroom.authors.map(({ slug }) => slug) }, sourceSite: null, bylines: { none: {} } },
    })
    await tx.tag.deleteMany({
      where: { name: { in: newsroom.articles.flatMap(({ tags }) => tags) }, articles: { none: {} } },
    })
    // The deepest first: a category goes when nothing is below it any more.
    for (const path of categoryPaths(newsroom.categories, '').reverse()) {
      await tx.category.deleteMany({ where: { path, articles: { none: {} }, children: { none: {} } } })
    }
    await removeSettings(tx)
    changed(tx, SITE_TAG)
  })
}

async function removeArticles(tx: Tx, { articles, pages }: DemoNewsroom): Promise<void> {
  const paths = [...articles.map(({ slug }) => articlePath('/%slug%/', slug, 0)), ...pagePaths(pages, '/')]
  const rows = await tx.article.findMany({
    where: { path: { in: paths }, sourceSite: null },
    select: { id: true, locale: true, publishedDay: true, publishedAt: true },
  })
  const nowhere = rows.map(({ id, ...row }) => ({
    ...row,
    articleId: id,
    public: false,
    authorIds: [],
    categoryIds: [],
    tagIds: [],
  }))
  const touched = await fileInArchives(tx, nowhere)
  await tx.article.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  if (touched.keys.size) await recount(tx, touched)
  const now = new Date()
  await noteChangedPlaces(
    tx,
    rows.map(({ publishedDay }) => ({ place: monthOfDay(publishedDay ?? 0), at: now })),
  )
  await forgetEmptyMonths(tx)
  changed(tx, ...rows.map(({ id }) => `article:${id}`))
}

/** The settings that came with it, unless somebody has changed them. */
async function removeSettings(tx: Tx): Promise<void> {
  const mark = await tx.setting.findUnique({ where: { key: DEMO_SITE } })
  const loaded = mark?.value as { loaded?: { settings?: Record<string, unknown> } } | undefined
  for (const [key, value] of Object.entries(loaded?.loaded?.settings ?? {})) {
    const row = await tx.setting.findUnique({ where: { key } })
    if (row && isDeepStrictEqual(row.value, value)) await tx.setting.delete({ where: { key } })
  }
  await tx.setting.deleteMany({ where: { key: DEMO_SITE } })
}

function pagePaths(pages: DemoPage[], above: string): string[] {
  return pages.flatMap(({ slug, children }) => [`${above}${slug}/`, ...pagePaths(children, `${above}${slug}/`)])
}

/** Parents before their children. */
function categoryPaths(categories: DemoCategory[], above: string): string[] {
  return categories.flatMap(({ slug, children }) => [above + slug, ...categoryPaths(children, `${above}${slug}/`)])
}
