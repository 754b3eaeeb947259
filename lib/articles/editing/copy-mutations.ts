import { randomInt } from 'node:crypto'
import type { CorrectionKind } from '@/generated/sqlite/enums'
import type { ArticleInput } from '@/lib/articles/input'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { cancelJob, enqueue } from '@/lib/jobs/mutations'
import { noteCopyUses } from '@/lib/media/use-mutations'
import { indexChanges } from '@/lib/search/mutations'
import { type Acting, act, conflictWith, holdVersion, Overtaken, type Seen, writeAndKeep } from './act-mutations'
import { type Content, contentOf, contentSchema, isSameContent, textChanged } from './content'
import { changesKey } from './job-keys'
import { bringsHtml } from './ownership'
import { type Conflict, type EditResult, type Refused, refuse } from './result'
import { keepFound, keepRevision, type Saver } from './revision-mutations'
import { readable, settle, withContent } from './settle-mutations'

/** An article with the working copy that somebody had before them; null: there was none. */
export type SeenCopy = Seen & { copyVersion: number | null }

/** `copyVersion`: null where readers see just that, so that there is nothing to publish. */
export type CopyDone = { ok: true; version: number; copyVersion: number | null }
export type CopyResult = CopyDone | Refused | Conflict

/**
 * Saves edits of a live article, which readers do not see. The version of the article counts too: whoever edits what has
 * become another text meanwhile hears of it. What says again what readers see is no working copy.
 */
export async function saveWorkingCopy(
  db: Database,
  { content, copyVersion, why = 'change', ...seen }: SeenCopy & { content: Content; why?: 'change' | 'restore' },
  actor: Viewer,
  now: Date,
): Promise<CopyResult> {
  return act(db, seen, actor, 'articles.editLive', now, async (acting): Promise<CopyResult> => {
    const { tx, article } = acting
    const { id, version } = article
    if (article.input.status !== 'PUBLISHED') return refuse('status')
    const clean = readable(content)
    const copy = await readCopy(tx, id)
    if ((copy?.version ?? null) !== copyVersion) {
      if (copy && isSameContent(copy.content, clean)) return { ok: true, version, copyVersion: copy.version }
      return copy ? copyConflict(copy) : conflictWith(tx, article)
    }
    if (bringsHtml(actor, copy?.content ?? article.input, clean)) return refuse('forbidden')
    const published = contentOf(article.input)
    const saysNothingNew = isSameContent(clean, published)
    if (saysNothingNew && !copy) return { ok: true, version, copyVersion: null }
    await keepFound(tx, id, published, article.updatedAt)
    if (saysNothingNew && copy) {
      await removeCopy(tx, id, copy.version)
      await cancelJob(tx, changesKey(id))
      await indexChanges(tx, id)
      await keepRevision(tx, { articleId: id, content: clean, why }, actor, now)
      return { ok: true, version, copyVersion: null }
    }
    const saved = {
      content: clean,
      articleVersion: version,
      savedById: actor.id,
      savedByName: actor.name,
      savedAt: now,
    }
    const next = await writeCopy(tx, id, copyVersion, saved)
    await indexChanges(tx, id)
    await keepRevision(tx, { articleId: id, content: clean, why }, actor, now)
    return { ok: true, version, copyVersion: next }
  })
}

type Saved = {
  content: Content
  articleVersion: number
  savedById: string
  savedByName: string
  savedAt: Date
}

/** Versions go up from anywhere: whoever saw a copy that was thrown away has not seen the one that was begun after it. */
const firstVersion = () => randomInt(1, 2 ** 30)

/** Over the version that was read, or the first; answers the new version. */
async function writeCopy(tx: Tx, articleId: number, over: number | null, saved: Saved): Promise<number> {
  if (over === null) {
    const data = { articleId, ...saved, version: firstVersion(), createdAt: saved.savedAt }
    await noteCopyUses(tx, articleId, saved.content)
    return (await tx.workingCopy.create({ data, select: { version: true } })).version
  }
  const { count } = await tx.workingCopy.updateMany({
    where: { articleId, version: over },
    data: { ...saved, version: over + 1 },
  })
  if (count !== 1) throw new Overtaken()
  await noteCopyUses(tx, articleId, saved.content)
  return over + 1
}

export type Copy = Saved & { version: number; publishAt: Date | null }

export async function readCopy(db: Database | Tx, articleId: number): Promise<Copy | null> {
  const row = await db.workingCopy.findUnique({
    where: { articleId },
    select: {
      version: true,
      articleVersion: true,
      content: true,
      publishAt: true,
      savedById: true,
      savedByName: true,
      savedAt: true,
    },
  })
  return row && { ...row, content: contentSchema.parse(row.content) }
}

function copyConflict({ version, content, savedByName, savedAt }: Copy): Conflict {
  return { ok: false, reason: 'conflict', theirs: { version, content, savedBy: savedByName, savedAt } }
}

/** The note that readers find with what was put right. */
export type CorrectionNote = { kind: CorrectionKind; text: string }

/** Makes the edits public, now. */
export function publishChanges(
  db: Database,
  { correction, copyVersion, ...seen }: SeenCopy & { correction?: CorrectionNote },
  actor: Viewer,
  now: Date,
): Promise<EditResult> {
  return act(db, seen, actor, 'articles.publish', now, async (acting): Promise<EditResult> => {
    const copy = await copyAsSeen(acting, copyVersion)
    if (!copy.ok) return copy
    const done = await makeChangesPublic(acting, copy, actor, correction)
    if (done.ok) await cancelJob(acting.tx, changesKey(seen.id))
    return done
  })
}

/** Makes the edits public at that moment: as they are then. */
export function scheduleChanges(
  db: Database,
  { publishAt, copyVersion, ...seen }: SeenCopy & { publishAt: Date },
  actor: Viewer,
  now: Date,
): Promise<EditResult> {
  return act(db, seen, actor, 'articles.schedule', now, async (acting): Promise<EditResult> => {
    if (publishAt <= now) return refuse('past')
    const copy = await copyAsSeen(acting, copyVersion)
    if (!copy.ok) return copy
    await acting.tx.workingCopy.update({
      where: { articleId: seen.id },
      data: { publishAt },
      select: { version: true },
    })
    const payload = { articleId: seen.id, byId: actor.id, byName: actor.name }
    const order = { kind: 'article.publishChanges', payload, runAt: publishAt, key: changesKey(seen.id) }
    await enqueue(acting.tx, order, now)
    return { ok: true, version: acting.article.version }
  })
}

export function unscheduleChanges(db: Database, seen: Seen, actor: Viewer, now: Date): Promise<EditResult> {
  return act(db, seen, actor, 'articles.schedule', now, async ({ tx, article }): Promise<EditResult> => {
    await tx.workingCopy.updateMany({ where: { articleId: seen.id }, data: { publishAt: null } })
    const wasScheduled = await cancelJob(tx, changesKey(seen.id))
    return wasScheduled ? { ok: true, version: article.version } : refuse('noChanges')
  })
}

/** Throws the edits away; the latest of them stay among the revisions. */
export function discardWorkingCopy(
  db: Database,
  { copyVersion, ...seen }: SeenCopy,
  actor: Viewer,
  now: Date,
): Promise<EditResult> {
  return act(db, seen, actor, 'articles.editLive', now, async (acting): Promise<EditResult> => {
    const copy = await copyAsSeen(acting, copyVersion)
    if (!copy.ok) return copy
    await removeCopy(acting.tx, seen.id, copy.version)
    await cancelJob(acting.tx, changesKey(seen.id))
    await indexChanges(acting.tx, seen.id)
    return { ok: true, version: acting.article.version }
  })
}

async function copyAsSeen(
  { tx, article }: Acting,
  copyVersion: number | null,
): Promise<({ ok: true } & Copy) | Refused | Conflict> {
  const copy = await readCopy(tx, article.id)
  if (!copy) return refuse('noChanges')
  return copy.version === copyVersion ? { ok: true, ...copy } : copyConflict(copy)
}

async function removeCopy(tx: Tx, articleId: number, version: number): Promise<void> {
  const { count } = await tx.workingCopy.deleteMany({ where: { articleId, version } })
  if (count !== 1) throw new Overtaken()
  await noteCopyUses(tx, articleId, null)
}

/** The article says what its working copy said; where readers see another text it is dated as revised. */
export async function makeChangesPublic(
  acting: Acting,
  copy: Copy,
  saver: Saver,
  correction?: CorrectionNote,
): Promise<EditResult> {
  const { tx, article, now } = acting
  if (article.input.status !== 'PUBLISHED') return refuse('status')
  if (copy.articleVersion !== article.version) return conflictWith(tx, article)
  const settled = await settle(acting, copy.content)
  if (!settled.ok) return settled
  if (!settled.content.headline.trim()) return refuse('headlineMissing')
  const before = article.input
  const input: ArticleInput = {
    ...withContent(before, settled),
    revisedAt: textChanged(contentOf(before), settled.content) ? now : before.revisedAt,
    corrections: [
      ...before.corrections,
      ...(correction ? [{ ...correction, createdAt: now, madeById: saver.id, madeByName: saver.name }] : []),
    ],
  }
  await holdVersion(tx, article)
  // Before the article is written: from then on it is found by what it says itself.
  await removeCopy(tx, article.id, copy.version)
  return writeAndKeep(acting, input, saver, { why: 'publishChanges' })
}
