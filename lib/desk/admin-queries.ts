import { type ArticleLine, listLines, ownedBy } from '@/lib/articles/admin-queries'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may, type Viewer } from '@/lib/auth/permissions'
import { listModeratedComments, type ModeratedComment } from '@/lib/comments/admin-queries'
import { listSearchesWithoutResult } from '@/lib/counting/admin-queries'
import type { Database } from '@/lib/db'
import { type FailedJob, listFailedJobs } from '@/lib/jobs/admin-queries'
import { countExpiringMedia } from '@/lib/media/admin-queries'
import { countOpenReports, listReports, type ReportLine } from '@/lib/reports/admin-queries'
import { findListed } from '@/lib/search/admin-queries'
import { fact, oneOf } from '@/lib/search/newsroom-document'
import { getSiteFacts } from '@/lib/site/facts'
import { listLong } from './long-admin-queries'

/** Counting further tells nobody anything: "999+". */
const COUNTED = 1_000

/** What the masthead counts, for whoever has to do with it. */
export async function listCounts(db: Database, viewer: Viewer): Promise<NewsroomFrame['counts']> {
  const reportsOpen = await countOpenReports(db, viewer)
  if (!may(viewer, 'comments.read')) return { commentsWaiting: 0, reportsOpen }
  // In an order that an index has: of its own accord Prisma sorts them all by their numbers first.
  const commentsWaiting = await db.comment.count({
    where: { status: 'HELD' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: COUNTED,
  })
  return { commentsWaiting, reportsOpen }
}

/** The latest word that went with an article to an editor, or back. */
export type Note = { why: string; note: string | null; actorName: string; savedAt: Date }
export type DeskLine = ArticleLine & {
  words: number
  /** Who else has it open. */
  editing: string | null
  embargoed: boolean
  note: Note | null
}

export type Desk = {
  /** On the clock, the next first. */
  scheduled: DeskLine[]
  scheduledCount: number
  review: DeskLine[]
  drafts: DeskLine[]
  published: DeskLine[]
  /** In review or untouched for long. */
  long: DeskLine[]
  /** Null for whoever does not decide about comments, or about jobs. */
  waiting: ModeratedComment[] | null
  reports: ReportLine[] | null
  failed: FailedJob[] | null
  /** How many pictures have rights that end soon, or have ended. */
  expiringMedia: number
  /** What readers looked for in the last week and did not find. */
  searchedInVain: { words: string; searches: number }[]
}

const SHOWN = 6
/** On the strip of the next day. */
const SCHEDULED = 12
const COMMENTS = 4
const REPORTS = 4
const DAY_MS = 86_400_000

/**
 * What waits for whoever looks: of the whole newsroom for editors, else their own. Sixteen questions, however much is there,
 * none of them in a loop.
 */
export async function getDesk(db: Database, viewer: Viewer, now: Date): Promise<Desk> {
  const seesAll = may(viewer, 'articles.read')
  const owned = await ownedBy(db, viewer)
  const unfinished = (status: 'DRAFT' | 'IN_REVIEW', own: boolean) =>
    findListed(
      db,
      {
        wanted: [oneOf(fact.kept), oneOf(fact.kind('ARTICLE')), oneOf(fact.status(status)), ...(own ? [owned] : [])],
        unwanted: [],
      },
      0,
      SHOWN,
    )
  const facts = await getSiteFacts(db)
  const [drafts, review, scheduled, published, long, waiting, reports, failed, expiringMedia, searchedInVain] =
    await Promise.all([
      unfinished('DRAFT', true),
      unfinished('IN_REVIEW', !seesAll),
      listScheduled(db, viewer, seesAll, now),
      listPublished(db),
      listLong(db, viewer, now),
      may(viewer, 'comments.read') ? listModeratedComments(db, 'HELD', COMMENTS) : null,
      may(viewer, 'reports.read') ? listReports(db, viewer, { view: 'open', id: null, page: 1 }) : null,
      may(viewer, 'jobs.read') ? listFailedJobs(db) : null,
      countExpiringMedia(db, viewer, now),
      listSearchesWithoutResult(db, viewer, { facts, now }),
    ])
  const forgotten = [...long.review, ...long.drafts]
  const all = new Set([...drafts, ...review, ...scheduled, ...published, ...forgotten])
  const lines = await listDeskLines(db, viewer, [...all], now)
  const of = (ids: number[]) => ids.flatMap((id) => lines.get(id) ?? [])
  return {
    scheduled: of(scheduled.slice(0, SCHEDULED)),
    scheduledCount: scheduled.length,
    review: of(review),
    drafts: of(drafts),
    published: of(published),
    long: of(forgotten),
    waiting,
    reports: reports?.reports.slice(0, REPORTS) ?? null,
    failed,
    expiringMedia,
    searchedInVain,
  }
}

/** What appears within a day, and what should have and did not. */
async function listScheduled(db: Database, viewer: Viewer, all: boolean, now: Date): Promise<number[]> {
  const { id: ownerId, authorId } = viewer
  const own = { OR: [{ ownerId }, ...(authorId === null ? [] : [{ bylines: { some: { authorId } } }])] }
  const rows = await db.article.findMany({
    where: {
      status: 'SCHEDULED',
      publishAt: { lt: new Date(now.getTime() + DAY_MS) },
      trashedAt: null,
      ...(!all && own),
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** In the order in which readers got them; public anyway. */
async function listPublished(db: Database): Promise<number[]> {
  const rows = await db.article.findMany({
    where: { kind: 'ARTICLE', status: 'PUBLISHED' },
    orderBy: [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function listDeskLines(db: Database, viewer: Viewer, ids: number[], now: Date): Promise<Map<number, DeskLine>> {
  const [lines, rows, notes] = await Promise.all([
    listLines(db, ids),
    db.article.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        wordCount: true,
        embargoUntil: true,
        editLock: { select: { holderId: true, holderName: true, expiresAt: true } },
      },
    }),
    listNotes(db, ids),
  ])
  const more = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    lines.map((line) => {
      const { wordCount = 0, embargoUntil = null, editLock = null } = more.get(line.id) ?? {}
      const isOthers = editLock !== null && editLock.holderId !== viewer.id && editLock.expiresAt > now
      const editing = isOthers ? editLock.holderName : null
      const embargoed = embargoUntil !== null && embargoUntil > now
      return [line.id, { ...line, words: wordCount, editing, embargoed, note: notes.get(line.id) ?? null }]
    }),
  )
}

async function listNotes(db: Database, ids: number[]): Promise<Map<number, Note>> {
  const rows = await db.revision.findMany({
    where: { articleId: { in: ids }, why: { in: ['submit', 'sendBack'] } },
    orderBy: [{ articleId: 'asc' }, { id: 'asc' }],
    select: { articleId: true, why: true, note: true, actorName: true, savedAt: true },
  })
  // The last of each article stays.
  return new Map(rows.map(({ articleId, ...note }) => [articleId, note]))
}
