import type { Seen } from '@/lib/articles/editing/act-mutations'
import { publish, restore, trash, withdraw } from '@/lib/articles/editing/publish-mutations'
import { isReady } from '@/lib/articles/editing/ready-queries'
import { recordRefused } from '@/lib/audit/mutations'
import type { Act, Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import type { BulkVerb, Chosen, Undo } from './bulk'
import { addTag, changeCategory, deleteArticle, removeTag } from './mutations'

export type BulkOrder = {
  verb: BulkVerb | 'untag' | 'republish'
  chosen: readonly (Chosen & { was?: number })[]
  target: number | null
  /** What readers find in the place of what is withdrawn. */
  notice?: string
}

export type BulkResult = {
  /** With the versions that they have now. */
  done: Chosen[]
  refused: { id: number; reason: string }[]
  /** Null: there is no way back. */
  undo: Undo | null
}

/** The row of the table of acts that each verb needs. */
const ACT_OF: Record<BulkOrder['verb'], Act> = {
  publish: 'articles.publish',
  withdraw: 'articles.withdraw',
  republish: 'articles.publish',
  trash: 'articles.trash',
  restore: 'articles.trash',
  category: 'articles.edit',
  tag: 'articles.edit',
  untag: 'articles.edit',
  delete: 'articles.delete',
}

const BACK: Partial<Record<BulkOrder['verb'], Undo['verb']>> = {
  withdraw: 'republish',
  trash: 'restore',
  restore: 'trash',
  category: 'category',
  tag: 'untag',
}

/**
 * The same act on several articles, one after the other, each through its own mutation with its own permission and version:
 * what one of them is refused for keeps none of the others back.
 */
export async function runBulk(db: Database, order: BulkOrder, viewer: Viewer, now: Date): Promise<BulkResult> {
  const { verb, chosen } = order
  const done: (Chosen & { was: number; changed: boolean })[] = []
  const refused: BulkResult['refused'] = []
  for (const one of chosen) {
    const result = await doOne(db, order, one, viewer, now)
    if (result.ok) {
      const { was = 0 } = result
      const changed = result.version !== one.version && result.forGood !== true
      done.push({ id: one.id, version: result.version, was, changed })
      continue
    }
    refused.push({ id: one.id, reason: result.reason })
    if (result.reason !== 'forbidden') continue
    const object = `article:${one.id}`
    await recordRefused(db, viewer, { act: ACT_OF[verb], object, details: { reason: 'forbidden' } }, now)
  }
  const back = BACK[verb]
  const changed = done.filter((one) => one.changed)
  const undo = back && changed.length ? { verb: back, chosen: changed.map((one) => wayBack(one, order)) } : null
  return { done, refused, undo }
}

const wayBack = ({ id, version, was }: Chosen & { was: number }, { verb, target }: BulkOrder) => ({
  id,
  version,
  was: verb === 'tag' ? (target ?? 0) : was,
})

/** `forGood`: to take it back would not bring back all that was there. */
type One = { ok: true; version: number; was?: number; forGood?: boolean } | { ok: false; reason: string }

async function doOne(
  db: Database,
  { verb, target, notice = '' }: BulkOrder,
  { id, version, was = 0 }: Chosen & { was?: number },
  viewer: Viewer,
  now: Date,
): Promise<One> {
  const seen: Seen = { id, version }
  switch (verb) {
    case 'publish':
      return (await isReady(db, id)) ? publish(db, seen, viewer, now) : { ok: false, reason: 'unready' }
    case 'withdraw':
      return withdrawOne(db, { ...seen, notice }, viewer, now)
    case 'republish':
      return publish(db, seen, viewer, now)
    case 'trash':
      return trash(db, seen, viewer, now)
    case 'restore':
      return restore(db, seen, viewer, now)
    case 'category':
      return changeCategory(db, { ...seen, categoryId: target ?? (was || null) }, viewer, now)
    case 'tag':
      return addTag(db, { ...seen, tagId: target ?? 0 }, viewer, now)
    case 'untag':
      return removeTag(db, { ...seen, tagId: was }, viewer, now)
    case 'delete':
      return deleteArticle(db, seen, viewer, now)
  }
}

/** What was to go live, or to go, at a time is off the clock then: of such an article that cannot be taken back. */
async function withdrawOne(db: Database, seen: Seen & { notice: string }, viewer: Viewer, now: Date): Promise<One> {
  const timed = { OR: [{ withdrawAt: { not: null } }, { workingCopy: { publishAt: { not: null } } }] }
  const forGood = (await db.article.count({ where: { id: seen.id, ...timed } })) > 0
  const result = await withdraw(db, seen, viewer, now)
  if (!result.ok && result.reason === 'status') return { ok: false, reason: 'notLive' }
  return result.ok ? { ...result, forGood } : result
}
