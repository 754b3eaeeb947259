import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import { mailIsSet } from '@/lib/mail/mutations'
import { type ReportVerdict, reportStatusAfter } from './verdict'

type Refused = { ok: false; reason: 'forbidden' | 'gone' | 'noAddress' | 'noMail' }

/** Gives a report a verdict in the viewer's name; one that it has already changes nothing. */
export async function decideReport(
  db: Database,
  { id, verdict }: { id: number; verdict: ReportVerdict },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true; changed: boolean } | Refused> {
  if (!may(viewer, 'reports.decide')) return { ok: false, reason: 'forbidden' }
  return transact(db, async (tx) => {
    const report = await tx.errorReport.findUnique({ where: { id }, select: { status: true } })
    if (!report) return { ok: false, reason: 'gone' }
    const status = reportStatusAfter(report.status, verdict)
    if (!status) return { ok: true, changed: false }
    const decided = status === 'OPEN' ? { decidedAt: null, decidedByName: null } : decidedBy(viewer, now)
    await tx.errorReport.update({ where: { id }, data: { status, ...decided }, select: { id: true } })
    await recordDone(tx, viewer, { act: 'reports.decide', object: `report:${id}`, details: { verdict } }, now)
    return { ok: true, changed: true }
  })
}

const decidedBy = ({ name }: Pick<Viewer, 'name'>, now: Date) => ({ decidedAt: now, decidedByName: name })

/**
 * Writes back to whoever sent a report and left an address, by a letter of its own, and settles it. Nobody's address stands
 * in the order of the letter or in the audit log: it is looked up when the letter is sent.
 */
export async function answerReport(
  db: Database,
  { id, text }: { id: number; text: string },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  if (!may(viewer, 'reports.decide')) return { ok: false, reason: 'forbidden' }
  if (!mailIsSet()) return { ok: false, reason: 'noMail' }
  return transact(db, async (tx): Promise<{ ok: true } | Refused> => {
    const report = await tx.errorReport.findUnique({
      where: { id },
      select: { answeredAt: true, sender: { select: { email: true } } },
    })
    if (!report) return { ok: false, reason: 'gone' }
    if (!report.sender?.email) return { ok: false, reason: 'noAddress' }
    // A slow connection sends twice; one letter is enough.
    const { count } = await tx.errorReport.updateMany({
      where: { id, answeredAt: null },
      data: { status: 'ANSWERED', answer: text, answeredAt: now, ...decidedBy(viewer, now) },
    })
    if (!count) return { ok: true }
    await enqueue(tx, { kind: 'mail.report', payload: { reportId: id }, runAt: now }, now)
    await recordDone(tx, viewer, { act: 'reports.answer', object: `report:${id}` }, now)
    return { ok: true }
  })
}

/** A correction was made of a report, in the transaction that makes it. */
export async function settleByCorrection(
  tx: Tx,
  { id, articleId }: { id: number; articleId: number },
  viewer: Viewer,
  now: Date,
): Promise<void> {
  if (!may(viewer, 'reports.decide')) return
  const { count } = await tx.errorReport.updateMany({
    where: { id, articleId },
    data: { status: 'ANSWERED', corrected: true, ...decidedBy(viewer, now) },
  })
  const details = { verdict: 'correct' }
  if (count) await recordDone(tx, viewer, { act: 'reports.decide', object: `report:${id}`, details }, now)
}

/** Takes a person's address and whereabouts from all their reports; the words stay. Answers how many there were. */
export async function eraseReportSender(tx: Tx, email: string): Promise<number> {
  if (!email) return 0
  return (await tx.errorReportSender.deleteMany({ where: { email } })).count
}
