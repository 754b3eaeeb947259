import { z } from 'zod'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { indexSelect, indexStored, indexStoredForReaders } from './mutations'

/** One transaction of some 40 ms. */
const ARTICLES_AT_ONCE = 20

/**
 * What a migration writes that makes an index, or changes how words are read: after which id articles are to be indexed. The
 * newsroom's index has all of them, and of each what readers find with it.
 */
const REBUILDS = [
  { key: 'newsroom.rebuild', where: {} },
  { key: 'search.rebuild', where: { status: 'PUBLISHED' } },
  // Found by the text of their working copies since these are indexed.
  { key: 'changes.rebuild', where: { workingCopy: { isNot: null } } },
] as const

/** What readers find with a tag is found by the tag's name as it is now. */
export const indexTag = (db: Database, tagId: number): Promise<void> =>
  indexAll(db, (after) =>
    db.articleTag.findMany({
      where: { tagId, articleId: { gt: after } },
      orderBy: { articleId: 'asc' },
      take: ARTICLES_AT_ONCE,
      select: { articleId: true },
    }),
  )

/** What an author wrote is found by every spelling of the name as they are now. */
export const indexAuthor = (db: Database, authorId: number): Promise<void> =>
  indexAll(db, (after) =>
    db.byline.findMany({
      where: { authorId, articleId: { gt: after } },
      orderBy: { articleId: 'asc' },
      take: ARTICLES_AT_ONCE,
      select: { articleId: true },
    }),
  )

/** Some 40 ms at a time, so that everything else is done in between; done twice it does no harm. */
async function indexAll(db: Database, next: (after: number) => Promise<{ articleId: number }[]>): Promise<void> {
  for (let after = 0; ; ) {
    const filed = await next(after)
    const last = filed.at(-1)
    if (!last) return
    after = last.articleId
    await transact(db, async (tx) => {
      const where = { id: { in: filed.map(({ articleId }) => articleId) } }
      // Whoever writes one of them meanwhile waits, or is waited for.
      await tx.article.updateMany({ where, data: { version: { increment: 0 } } })
      const rows = await tx.article.findMany({ where, select: indexSelect })
      await indexStoredForReaders(tx, rows)
      changed(tx, 'search')
    })
  }
}

const rebuildSchema = z.object({ afterId: z.number() })
/**
 * Indexes the articles that a migration left without documents; nothing to do is one query. Goes on where it was
 * interrupted: each batch says in its own transaction how far it came. `report` hears how many are done.
 */
export async function rebuildSearch(db: Database, report: (done: number) => void): Promise<void> {
  let done = 0
  for (;;) {
    const indexed = await db.$transaction(indexNext)
    if (indexed === null) return
    if (indexed === 0) continue
    done += indexed
    report(done)
  }
}

async function indexNext(tx: Tx): Promise<number | null> {
  const markers = await tx.setting.findMany({ where: { key: { in: REBUILDS.map(({ key }) => key) } } })
  const rebuild = REBUILDS.find(({ key }) => markers.some((marker) => marker.key === key))
  const marker = markers.find(({ key }) => key === rebuild?.key)
  if (!marker || !rebuild) return null
  const { key } = rebuild
  const { afterId } = rebuildSchema.parse(marker.value)
  const rows = await tx.article.findMany({
    where: { id: { gt: afterId }, ...rebuild.where },
    orderBy: { id: 'asc' },
    take: ARTICLES_AT_ONCE,
    select: indexSelect,
  })
  const last = rows.at(-1)
  if (!last) {
    // The newsroom's has been through all that readers find.
    const done = key === 'newsroom.rebuild' ? REBUILDS.map((each) => each.key) : [key]
    await tx.setting.deleteMany({ where: { key: { in: done } } })
    return 0
  }
  await indexStored(tx, rows)
  await tx.setting.update({ where: { key }, data: { value: { afterId: last.id } } })
  return rows.length
}
