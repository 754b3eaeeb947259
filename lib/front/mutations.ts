import { untilNobodyOvertakes } from '@/lib/articles/editing/act-mutations'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { type Arrangement, AUTOMATIC, arrangementSchema, type Change, changedBy } from './arrangement'
import { readLiveLayout } from './layout-queries'
import { FRONT_TAG } from './shown-tags'

export type FrontRefusal =
  | 'forbidden'
  /** Somebody else has changed it since it was seen. */
  | 'conflict'
  /** One too many, or a place that is not there. */
  | 'impossible'
  | 'articleMissing'
  | 'categoryMissing'
  /** There is no change to put live, or it is as it was. */
  | 'nothing'
export type FrontResult = { ok: true } | { ok: false; reason: FrontRefusal }
const refuse = (reason: FrontRefusal): FrontResult => ({ ok: false, reason })

type Draft = { version: number; content: Arrangement; isOpen: boolean }
type Arranging = { tx: Tx; draft: Draft; live: { id: number; arrangement: Arrangement } }

const THE_ROW = 1
/** So many arrangements can be put back. */
const KEPT = 50

/** One step, in one transaction, seen by no other while it lasts. */
function arranging(
  db: Database,
  actor: Viewer,
  now: Date,
  work: (arranging: Arranging) => Promise<FrontResult>,
): Promise<FrontResult> {
  if (!may(actor, 'front.edit')) return Promise.resolve(refuse('forbidden'))
  return untilNobodyOvertakes(() =>
    transact(db, async (tx) => {
      // Written first: of two who arrange at the same moment one waits, and then reads what the other did.
      const row = await tx.frontDraft.upsert({
        where: { id: THE_ROW },
        create: { id: THE_ROW, version: 0, content: AUTOMATIC, isOpen: false, savedByName: '', savedAt: now },
        update: { version: { increment: 0 } },
      })
      const live = await readLiveLayout(tx)
      const content = row.isOpen ? arrangementSchema.parse(row.content) : live.arrangement
      return work({ tx, draft: { ...row, content }, live })
    }),
  )
}

/** Changes the arrangement that is being made. Readers see nothing of it. */
export function changeFront(
  db: Database,
  { version, change }: { version: number; change: Change },
  actor: Viewer,
  now: Date,
): Promise<FrontResult> {
  return arranging(db, actor, now, async ({ tx, draft }) => {
    if (draft.version !== version) return refuse('conflict')
    const missing = await missingOf(tx, change)
    if (missing) return refuse(missing)
    const content = changedBy(draft.content, change)
    if (!content) return refuse('impossible')
    await writeDraft(tx, { version: version + 1, content, isOpen: true }, actor, now)
    return { ok: true }
  })
}

async function missingOf(tx: Tx, change: Change): Promise<FrontRefusal | null> {
  if (change.do === 'lead' || change.do === 'pin') {
    // What is not public yet may be chosen: it stands there from the moment on at which it is.
    const where = { id: change.placed.articleId, kind: 'ARTICLE', trashedAt: null } as const
    return (await tx.article.findFirst({ where, select: { id: true } })) ? null : 'articleMissing'
  }
  if (change.do !== 'section' || change.section.categoryId === null) return null
  const where = { id: change.section.categoryId }
  return (await tx.category.findUnique({ where, select: { id: true } })) ? null : 'categoryMissing'
}

const writeDraft = (
  tx: Tx,
  draft: { version: number; content: Arrangement; isOpen: boolean },
  actor: Viewer,
  now: Date,
) =>
  tx.frontDraft.update({
    where: { id: THE_ROW },
    data: { ...draft, savedByName: actor.name, savedAt: now },
    select: { id: true },
  })

/** Throws away what has not been put live. */
export function discardFront(
  db: Database,
  { version }: { version: number },
  actor: Viewer,
  now: Date,
): Promise<FrontResult> {
  return arranging(db, actor, now, async ({ tx, draft }) => {
    if (draft.version !== version) return refuse('conflict')
    if (!draft.isOpen) return refuse('nothing')
    await writeDraft(tx, { version: version + 1, content: AUTOMATIC, isOpen: false }, actor, now)
    return { ok: true }
  })
}

/** Puts what was arranged before everybody: all of it at once. */
export function publishFront(
  db: Database,
  { version, liveId }: { version: number; liveId: number },
  actor: Viewer,
  now: Date,
): Promise<FrontResult> {
  return arranging(db, actor, now, async ({ tx, draft, live }) => {
    if (draft.version !== version) return refuse('conflict')
    if (live.id !== liveId) return refuse('conflict')
    if (!draft.isOpen) return refuse('nothing')
    await putLive(tx, draft.content, actor, now)
    await writeDraft(tx, { version: version + 1, content: AUTOMATIC, isOpen: false }, actor, now)
    await record(tx, 'publish', draft.content, actor, now)
    return { ok: true }
  })
}

/** Puts an earlier arrangement back, or with 0 none. What is being made stays. */
export function restoreFront(
  db: Database,
  { id, liveId }: { id: number; liveId: number },
  actor: Viewer,
  now: Date,
): Promise<FrontResult> {
  return arranging(db, actor, now, async ({ tx, live }) => {
    if (live.id !== liveId) return refuse('conflict')
    const row = id === 0 ? null : await tx.frontLayout.findUnique({ where: { id }, select: { content: true } })
    if (id === liveId || (id !== 0 && !row)) return refuse('nothing')
    const content = row ? arrangementSchema.parse(row.content) : AUTOMATIC
    await putLive(tx, content, actor, now)
    await record(tx, 'restore', content, actor, now)
    return { ok: true }
  })
}

async function putLive(tx: Tx, content: Arrangement, actor: Viewer, now: Date): Promise<void> {
  const { id } = await tx.frontLayout.create({
    data: { content, actorId: actor.id, actorName: actor.name, liveAt: now },
    select: { id: true },
  })
  await tx.frontLayout.deleteMany({ where: { id: { lte: id - KEPT } } })
  changed(tx, FRONT_TAG)
}

function record(tx: Tx, did: string, { lead, pins, sections }: Arrangement, actor: Viewer, now: Date): Promise<void> {
  const details = { did, lead: lead?.articleId ?? null, pins: pins.length, sections: sections.length }
  return recordDone(tx, actor, { act: 'front.edit', object: 'front', details }, now)
}
