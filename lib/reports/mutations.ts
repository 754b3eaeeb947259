import { countLinks } from '@/lib/comments/text'
import { isReplyToken } from '@/lib/comments/token'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { normalEmail } from '@/lib/people/email'
import type { CommentSettings } from '@/lib/site/settings'
import type { Report } from './report'
import { BY_RULE, isMachines } from './verdict'

/** Where a report came from, as the door saw it. */
export type Sender = { address: string; userAgent: string }

export type ReportResult = { ok: true; id: number } | { ok: false; reason: 'missing' | 'flood' }

/** As long as the user agent of a comment's sender. */
const LONGEST_AGENT = 254

/**
 * Takes what a reader says is wrong in a published article. No reader sees it; what a machine sent is kept among those that
 * are dismissed, where an editor can still find it. Said twice it is one report, and answered like the first.
 */
export function sendReport(
  db: Database,
  report: Report,
  sender: Sender,
  settings: Pick<CommentSettings, 'floodSeconds' | 'holdLinks'>,
  now: Date,
): Promise<ReportResult> {
  return transact(db, async (tx): Promise<ReportResult> => {
    const { articleId, sentence, text } = report
    const article = await tx.article.findUnique({
      where: { id: articleId, status: 'PUBLISHED' },
      select: { id: true },
    })
    if (!article) return { ok: false, reason: 'missing' }
    const email = normalEmail(report.email)
    const same = await findSame(tx, report, email)
    if (same) return { ok: true, id: same.id }
    if (await isFlood(tx, email, sender.address, settings.floodSeconds, now)) return { ok: false, reason: 'flood' }
    const arrival = {
      tokenGood: isReplyToken(report.token, articleId, now),
      trapped: report.trapped,
      links: countLinks(`${sentence} ${text}`),
    }
    const decided = isMachines(arrival, settings)
      ? { status: 'DISMISSED' as const, decidedAt: now, decidedByName: BY_RULE }
      : {}
    const { id } = await tx.errorReport.create({
      data: { articleId, sentence, text, createdAt: now, ...decided },
      select: { id: true },
    })
    const { address } = sender
    const userAgent = sender.userAgent.slice(0, LONGEST_AGENT)
    await tx.errorReportSender.create({
      data: { reportId: id, email, address, userAgent, createdAt: now },
      select: { reportId: true },
    })
    return { ok: true, id }
  })
}

/** The same words about the same article, which nobody has decided about yet. */
function findSame(tx: Tx, { articleId, sentence, text }: Report, email: string) {
  return tx.errorReport.findFirst({
    where: { articleId, sentence, text, status: 'OPEN', sender: { email } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
}

/** True when the same address or e-mail address sent a report less than `seconds` ago, as with comments. */
async function isFlood(tx: Tx, email: string, address: string, seconds: number, now: Date): Promise<boolean> {
  const createdAt = { gt: new Date(now.getTime() - seconds * 1000) }
  const from = [...(email ? [{ email }] : []), ...(address ? [{ address }] : [])]
  for (const known of from) {
    const found = await tx.errorReportSender.findFirst({ where: { ...known, createdAt }, select: { reportId: true } })
    if (found) return true
  }
  return false
}
