import type { ReportStatus } from '@/generated/sqlite/enums'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { plainText } from '@/lib/markup/plain-text'
import { normalEmail } from '@/lib/people/email'
import { REPORT_VIEWS, type ReportDeskView, type ReportView } from './desk-view'
import { findMarked, type Marked } from './marked'

export type ReportLine = {
  id: number
  sentence: string
  text: string
  createdAt: Date
  article: { id: number; path: string; headline: string; locale: string }
}

const articleSelect = { id: true, path: true, headline: true, locale: true } as const
const lineSelect = {
  id: true,
  sentence: true,
  text: true,
  createdAt: true,
  article: { select: articleSelect },
} as const

export const REPORTS_ON_A_PAGE = 25

/** A page of a list: what waits oldest first, what is decided newest first. Two statements. */
export async function listReports(
  db: Database,
  viewer: Viewer,
  { view, page }: ReportDeskView,
): Promise<{ reports: ReportLine[]; more: boolean }> {
  if (!may(viewer, 'reports.read')) return { reports: [], more: false }
  const order = view === 'open' ? 'asc' : 'desc'
  const rows = await db.errorReport.findMany({
    where: { status: REPORT_VIEWS[view] },
    orderBy: [{ createdAt: order }, { id: order }],
    skip: (page - 1) * REPORTS_ON_A_PAGE,
    take: REPORTS_ON_A_PAGE + 1,
    select: lineSelect,
  })
  return { reports: rows.slice(0, REPORTS_ON_A_PAGE), more: rows.length > REPORTS_ON_A_PAGE }
}

/** Counting further tells nobody anything. */
const COUNTED = 1_000

/** How many wait, up to a thousand. */
export async function countOpenReports(db: Database, viewer: Viewer): Promise<number> {
  return may(viewer, 'reports.read') ? countOf(db, 'open') : 0
}

/** How many each list has, up to a thousand. */
export async function countReports(db: Database, viewer: Viewer): Promise<Record<ReportView, number>> {
  if (!may(viewer, 'reports.read')) return { open: 0, answered: 0, dismissed: 0 }
  const [open, answered, dismissed] = await Promise.all([
    countOf(db, 'open'),
    countOf(db, 'answered'),
    countOf(db, 'dismissed'),
  ])
  return { open, answered, dismissed }
}

/** In an order that an index has: of its own accord Prisma sorts them all by their numbers first. */
const countOf = (db: Database, view: ReportView): Promise<number> =>
  db.errorReport.count({
    where: { status: REPORT_VIEWS[view] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: COUNTED,
  })

export type ReportCase = Omit<ReportLine, 'article'> & {
  status: ReportStatus
  decidedAt: Date | null
  decidedByName: string | null
  answer: string | null
  answeredAt: Date | null
  corrected: boolean
  article: ReportLine['article'] & { isLive: boolean }
  /** What was marked where it stands in the text of now; null where it is not there any more, or nothing was marked. */
  marked: Marked | null
  /** Null where no answer is wanted, or who wanted one was erased. */
  email: string | null
}

/** A report with what is needed to decide about it. Null: there is none, or it is not the viewer's to see. */
export async function getReport(db: Database, viewer: Viewer, id: number): Promise<ReportCase | null> {
  if (!may(viewer, 'reports.read')) return null
  const row = await db.errorReport.findUnique({
    where: { id },
    select: {
      ...{ ...lineSelect, status: true, decidedAt: true, decidedByName: true, answer: true, answeredAt: true },
      corrected: true,
      article: { select: { ...articleSelect, status: true, headline: true, dek: true, body: true } },
      sender: { select: { email: true } },
    },
  })
  if (!row) return null
  const { article, sender, ...report } = row
  const { status, dek, body, ...shown } = article
  const text = [shown.headline, dek ?? '', plainText(body)].join('\n')
  return {
    ...report,
    article: { ...shown, isLive: status === 'PUBLISHED' },
    marked: findMarked(text, report.sentence),
    email: sender?.email || null,
  }
}

/** A report for the correction that is to be made of it: only of this very article. */
export async function findReported(
  db: Database,
  viewer: Viewer,
  { id, articleId }: { id: number; articleId: number },
): Promise<Pick<ReportLine, 'id' | 'sentence' | 'text'> | null> {
  if (!may(viewer, 'reports.read')) return null
  return db.errorReport.findUnique({ where: { id, articleId }, select: { id: true, sentence: true, text: true } })
}

/** All that is kept of one person's reports, for them to have. Null for whoever may not know. */
export async function exportReports(db: Database, viewer: Viewer, email: string) {
  if (!may(viewer, 'comments.exportPerson')) return null
  const person = normalEmail(email)
  // Without an address somebody is nobody in particular.
  if (!person) return []
  const rows = await db.errorReport.findMany({
    where: { sender: { email: person } },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, sentence: true, text: true, createdAt: true, status: true, answer: true, answeredAt: true },
      sender: { select: { email: true, address: true, userAgent: true } },
      article: { select: { path: true } },
    },
  })
  return rows.map(({ sender, article, ...report }) => ({ ...report, ...sender, article: article.path }))
}
