import type { Database } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { mediaTag } from '@/lib/media/mutations'
import type { Pace } from './pace'
import type { Survey } from './survey'

const AT_ONCE = 50

/** Says of media whose they are: the article they were attached to. What belongs to one already stays with it. */
export async function attachMedia(db: Database, survey: Survey, pace: Pace): Promise<void> {
  const ids = [...survey.media.ids]
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE).flatMap((id) => survey.media.get(id) ?? [])
    const loose = await db.media.findMany({
      where: { sourceSite: survey.key, sourceId: { in: some.map(({ id }) => id) }, articleId: null },
      select: { id: true, sourceId: true },
    })
    const parents = await db.article.findMany({
      where: { sourceSite: survey.key, sourceId: { in: some.flatMap(({ parent }) => parent || []) } },
      select: { id: true, sourceId: true },
    })
    const articles = new Map(parents.map(({ id, sourceId }) => [sourceId, id]))
    const parentOf = new Map(some.map(({ id, parent }) => [id, articles.get(parent)]))
    const attached = loose.flatMap(({ id, sourceId }) => {
      const articleId = parentOf.get(sourceId ?? 0)
      return articleId === undefined ? [] : [{ id, articleId }]
    })
    if (!attached.length) continue
    await pace.transact(async (tx) => {
      for (const { id, articleId } of attached)
        await tx.media.update({ where: { id }, data: { articleId }, select: { id: true } })
      changed(tx, 'search', ...attached.map(({ id }) => mediaTag(id)))
    })
  }
}
