import type { CorrectionKind } from '@/generated/sqlite/enums'
import { type Acting, act, type Seen, writeAndKeep } from '@/lib/articles/editing/act-mutations'
import type { Conflict, Done, EditRefusal } from '@/lib/articles/editing/result'
import type { ArticleInput } from '@/lib/articles/input'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { settleByCorrection } from '@/lib/reports/desk-mutations'

/** What readers are told of what was put right. */
export type CorrectionNote = { kind: CorrectionKind; text: string }

/** `gone`: somebody has taken the correction away meanwhile. */
export type CorrectionResult = Done | { ok: false; reason: EditRefusal | 'gone' } | Conflict

type Corrections = ArticleInput['corrections']

/**
 * Says on a live article that something was put right, with the moment and whose word it is. `reportId`: the reader's report
 * of which it was made, which is settled with it.
 */
export function addCorrection(
  db: Database,
  { note, reportId, ...seen }: Seen & { note: CorrectionNote; reportId: number | null },
  actor: Viewer,
  now: Date,
): Promise<CorrectionResult> {
  return act(db, seen, actor, 'articles.correct', now, async (acting): Promise<CorrectionResult> => {
    if (!isLive(acting)) return { ok: false, reason: 'status' }
    const made = { ...note, createdAt: now, madeById: actor.id, madeByName: actor.name }
    const done = await write(acting, [...acting.article.input.corrections, made], actor, note.text)
    if (reportId !== null) await settleByCorrection(acting.tx, { id: reportId, articleId: seen.id }, actor, now)
    return { ...done, said: { did: 'add', ...note } }
  })
}

/** Words a correction anew; its date and whose it is stay. */
export function changeCorrection(
  db: Database,
  { note, correctionId, ...seen }: Seen & { note: CorrectionNote; correctionId: number },
  actor: Viewer,
  now: Date,
): Promise<CorrectionResult> {
  return act(db, seen, actor, 'articles.correct', now, async (acting): Promise<CorrectionResult> => {
    if (!isLive(acting)) return { ok: false, reason: 'status' }
    const { at, before } = await find(acting, correctionId)
    if (!before) return { ok: false, reason: 'gone' }
    const { corrections } = acting.article.input
    const after = corrections.map((correction, i) => (i === at ? { ...correction, ...note } : correction))
    // The row stays the one it was: what feeds know it by does too.
    await acting.tx.correction.update({ where: { id: correctionId }, data: note, select: { id: true } })
    changed(acting.tx, 'corrections')
    const done = await write(acting, after, actor, note.text)
    return { ...done, said: { did: 'change', ...note, before: `${before.kind}: ${before.text}` } }
  })
}

/** Takes a correction off the article and the list: one that was made by mistake. What it said the audit log keeps. */
export function removeCorrection(
  db: Database,
  { correctionId, ...seen }: Seen & { correctionId: number },
  actor: Viewer,
  now: Date,
): Promise<CorrectionResult> {
  return act(db, seen, actor, 'articles.correct', now, async (acting): Promise<CorrectionResult> => {
    if (!isLive(acting)) return { ok: false, reason: 'status' }
    const { at, before } = await find(acting, correctionId)
    if (!before) return { ok: false, reason: 'gone' }
    const after = acting.article.input.corrections.filter((_, i) => i !== at)
    const done = await write(acting, after, actor, `– ${before.text}`)
    return { ...done, said: { did: 'remove', kind: before.kind, text: before.text } }
  })
}

const isLive = ({ article }: Acting): boolean => article.input.status === 'PUBLISHED'

/** Which of the article's corrections it is, which are read in the order of their ids; and what it says. */
async function find({ tx, article }: Acting, correctionId: number) {
  const where = { articleId: article.id }
  const rows = await tx.correction.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } })
  const at = rows.findIndex(({ id }) => id === correctionId)
  return { at, before: article.input.corrections[at] ?? null }
}

/** The text stays; what is kept among its revisions says what readers were told. */
function write(acting: Acting, corrections: Corrections, actor: Viewer, note: string): Promise<Done> {
  return writeAndKeep(acting, { ...acting.article.input, corrections }, actor, { why: 'correct', note })
}
