import { findMeant } from '@/lib/articles/address-queries'
import { decodePath, foldPath } from '@/lib/articles/paths'
import { isWebAddress } from '@/lib/articles/web-address'
import { isOpen } from '@/lib/comments/closing'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { enqueue } from '@/lib/jobs/mutations'
import { getSiteFacts } from '@/lib/site/facts'
import type { Heard } from './hear-mutations'

/** Said, and to be looked at. `source` and `target` as they came. */
export type Said = Pick<Heard, 'kind' | 'address'> & { source: string; target: string }
export type SaidRefusal = 'source' | 'target' | 'closed' | 'known' | 'busy'
export type SaidResult = { ok: true } | { ok: false; reason: SaidRefusal }

const LONGEST = 2_000
/** Whoever says more than can be looked at in an hour or so says too much. */
const MOST_WAITING = 300
const refuse = (reason: SaidRefusal): SaidResult => ({ ok: false, reason })

/** Takes note that a page elsewhere is said to link here: what can be known without asking it is looked at now. */
export async function noteMention(db: Database, said: Said, now: Date): Promise<SaidResult> {
  const { kind, address } = said
  const source = withoutHash(said.source)
  const target = withoutHash(said.target)
  const { host } = new URL(env().siteUrl)
  if (!source || source.host === host) return refuse('source')
  if (!target || target.host !== host) return refuse('target')
  const path = decodePath(target.pathname)
  const article = await findMeant(db, path)
  if (!article) return refuse('target')
  const { id: articleId } = article
  const select = { commentsOpen: true, publishedAt: true } as const
  const discussed = await db.article.findUnique({ where: { id: articleId }, select })
  const { comments } = await getSiteFacts(db)
  if (!discussed || !isOpen(discussed, comments, now)) return refuse('closed')
  if (kind === 'PINGBACK' && (await isKnown(db, articleId, source.href))) return refuse('known')
  const waiting = { kind: 'mention.hear', finishedAt: null, failedAt: null }
  if ((await db.job.count({ where: waiting })) >= MOST_WAITING) return refuse('busy')
  const payload: Heard = { kind, articleId, source: source.href, target: foldPath(path), address }
  const order = { kind: 'mention.hear', payload, runAt: now, key: `mention.hear ${articleId} ${kind} ${source.href}` }
  await db.$transaction((tx) => enqueue(tx, order, now))
  return { ok: true }
}

function withoutHash(address: string): URL | null {
  const bare = address.trim().replace(/#.*$/s, '')
  return bare.length <= LONGEST && isWebAddress(bare) ? new URL(bare) : null
}

/** Who sends one pingback again hears that it is here; a webmention that comes again says that its page has changed. */
async function isKnown(db: Database, articleId: number, authorUrl: string): Promise<boolean> {
  const where = { articleId, kind: 'PINGBACK', authorUrl } as const
  return (await db.comment.findFirst({ where, select: { id: true } })) !== null
}
