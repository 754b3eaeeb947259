import type { Database, Tx } from '@/lib/db'

/** What a database looked like when the demo newsroom had just been loaded: enough to see that somebody was there. */
export type Fingerprint = {
  articles: number
  /** When the last of them was written, in milliseconds. */
  writtenAt: number
  comments: number
  /** Comments that somebody has decided about. */
  moderated: number
  rest: number
  settings: Record<string, unknown>
}

const SETTINGS = ['site', 'footer', 'policies', 'comments']

export async function fingerprintOf(db: Database | Tx, actor: string): Promise<Fingerprint> {
  const { _count, _max } = await db.article.aggregate({ _count: { _all: true }, _max: { updatedAt: true } })
  const comments = await db.comment.count()
  const moderated = await db.comment.count({ where: { OR: [{ moderatedBy: null }, { moderatedBy: { not: actor } }] } })
  const rest = [
    await db.author.count(),
    await db.category.count(),
    await db.tag.count(),
    await db.media.count(),
    await db.redirect.count(),
    await db.correction.count(),
  ]
  const settings = await db.setting.findMany({ where: { key: { in: SETTINGS } } })
  return {
    articles: _count._all,
    writtenAt: _max.updatedAt?.getTime() ?? 0,
    comments,
    moderated,
    rest: rest.reduce((sum, count) => sum + count, 0),
    settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])),
  }
}
