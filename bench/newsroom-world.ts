import BetterSqlite3 from 'better-sqlite3'
import type { ArticleInput } from '@/lib/articles/input'
import { recordDone } from '@/lib/audit/mutations'
import { authFor } from '@/lib/auth/better-auth'
import { headersFor } from '@/lib/auth/client'
import { newId } from '@/lib/auth/ids'
import type { Viewer } from '@/lib/auth/permissions'
import { dayIn } from '@/lib/calendar/days'
import { type Database, openDatabase } from '@/lib/db'
import { addArticles, articleInput } from '@/lib/testing/articles'
import { fillCounts } from './year-of-counts'

const REDIRECTS = 100_000
const EVENTS = 20_000
const REPORTS = 5_000
/** Pages in a tree, and what is not public yet: as much as a large desk has about it. */
const [PAGES, UNFINISHED] = [200, 900]
const DAY_MS = 86_400_000
const EMAIL = 'bench@broadsheet.invalid'

/** What is asked for, and by whom. */
export type NewsroomWorld = {
  cookie: string
  viewer: Viewer
  articles: number
  email: string
  words: string[]
  uploaderId: string
  redirectId: number
  event: number
  articleIds: number[]
  authorIds: number[]
  categoryIds: number[]
  tagIds: number[]
  commentIds: number[]
  reportIds: number[]
  mediaIds: number[]
}

/** Beside the seeded site: a session of an admin, events, redirects, reports, drafts, pages, and a year of counts. */
export async function readyWorld(databaseUrl: string): Promise<NewsroomWorld> {
  const db = await openDatabase(databaseUrl)
  const user =
    (await db.user.findUnique({ where: { email: EMAIL } })) ??
    (await db.user.create({ data: { id: newId(), name: 'Bench', email: EMAIL, role: 'ADMIN' } }))
  const { headers } = await authFor(db).api.signInProved({
    body: { userId: user.id },
    headers: headersFor({ address: '127.0.0.1', userAgent: 'bench', cookies: '' }),
    returnHeaders: true,
  })
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  if ((await db.auditEvent.count({ take: EVENTS })) < EVENTS) await writeEvents(db, user.id)
  if ((await db.redirect.count()) < REDIRECTS) await writeRedirects(db)
  if ((await db.article.count({ where: { kind: 'PAGE' } })) === 0) await writeUnfinished(db, user.id)
  await db.$disconnect()
  const viewer = { id: user.id, name: 'Bench', role: 'ADMIN' as const, authorId: null, address: '' }
  return { cookie, viewer, ...readIds(databaseUrl) }
}

function readIds(databaseUrl: string) {
  const raw = new BetterSqlite3(databaseUrl.slice('file:'.length))
  raw.pragma('synchronous = OFF')
  const numbers = (sql: string) => raw.prepare(sql).pluck().all() as number[]
  const texts = (sql: string) => raw.prepare(sql).pluck().all() as string[]
  const articles = numbers('SELECT count(*) FROM Article')[0] ?? 0
  if (!numbers('SELECT count(*) FROM ErrorReport')[0]) raw.transaction(() => writeReports(raw, articles))()
  const now = new Date()
  const counts = { articles, days: 365, read: Math.min(10_000, articles), today: dayIn('UTC', now), now }
  if (!numbers('SELECT count(*) FROM ViewDay')[0]) raw.transaction(() => fillCounts(raw, counts))()
  // The one that most articles show, some that few do, and one of an archive.
  const shown = numbers('SELECT mediaId FROM MediaUse GROUP BY mediaId ORDER BY count(*) DESC LIMIT 2')
  const found = {
    articles,
    email: texts('SELECT email FROM CommentSender ORDER BY commentId DESC LIMIT 1')[0] ?? '',
    words: texts('SELECT headline FROM Article ORDER BY id DESC LIMIT 8'),
    uploaderId: texts('SELECT uploaderId FROM Media WHERE uploaderId IS NOT NULL ORDER BY id LIMIT 1')[0] ?? '',
    redirectId: numbers('SELECT id FROM Redirect WHERE hits > 0 ORDER BY id LIMIT 1 OFFSET 50000')[0] ?? 0,
    event: numbers('SELECT max(id) - 10000 FROM AuditEvent')[0] ?? 0,
    articleIds: numbers(`SELECT id FROM Article WHERE kind = 'ARTICLE' ORDER BY id LIMIT 6`),
    authorIds: numbers('SELECT id FROM Author ORDER BY id LIMIT 8'),
    categoryIds: numbers('SELECT id FROM Category ORDER BY id LIMIT 8'),
    tagIds: numbers('SELECT id FROM Tag ORDER BY id LIMIT 4'),
    commentIds: numbers(`SELECT id FROM Comment WHERE status = 'APPROVED' ORDER BY id DESC LIMIT 8`),
    reportIds: numbers('SELECT id FROM ErrorReport ORDER BY id DESC LIMIT 4'),
    mediaIds: [...shown, ...numbers('SELECT id FROM Media ORDER BY id DESC LIMIT 4')],
  }
  raw.close()
  return found
}

async function writeEvents(db: Database, id: string): Promise<void> {
  const at = new Date()
  const actor = { id, name: 'Bench', address: '' }
  await db.$transaction(async (tx) => {
    for (let i = 0; i < EVENTS; i++)
      await recordDone(tx, actor, { act: 'articles.publish', object: `article:${i}` }, at)
  })
}

async function writeRedirects(db: Database): Promise<void> {
  const at = Date.now()
  for (let from = 0; from < REDIRECTS; from += 5_000) {
    const rows = Array.from({ length: 5_000 }, (_, i) => {
      const n = from + i
      const lastHitAt = n % 3 ? new Date(at - n * 1_000) : null
      const address = { fromPath: `/old/${n}/`, fromFolded: `/old/${n}`, toPath: `/article-${n % 1_000}/` }
      return { ...address, hits: n % 3 ? n % 997 : 0, lastHitAt }
    })
    await db.redirect.createMany({ data: rows })
  }
}

/** As everything else writes articles, so that lists find them. */
async function writeUnfinished(db: Database, ownerId: string): Promise<void> {
  const now = Date.now()
  const statuses = ['DRAFT', 'IN_REVIEW', 'SCHEDULED'] as const
  const unfinished = Array.from({ length: UNFINISHED }, (_, i) => {
    const status = statuses[i % statuses.length] ?? 'DRAFT'
    const publishAt = status === 'SCHEDULED' ? new Date(now + (i / UNFINISHED) * 40 * DAY_MS) : null
    return articleInput({ slug: `unfinished-${i}`, status, publishAt, publishedAt: null, headline: `Unfinished ${i}` })
  })
  const ids = await addArticles(db, unfinished)
  await db.article.updateMany({ where: { id: { in: ids } }, data: { ownerId } })
  const page = (i: number, over: Partial<ArticleInput>) =>
    articleInput({ kind: 'PAGE', slug: `page-${i}`, headline: `Page ${i}`, position: i, ...over })
  const parents = await addArticles(
    db,
    Array.from({ length: PAGES / 10 }, (_, i) => page(i, {})),
  )
  const children = Array.from({ length: PAGES - parents.length }, (_, i) =>
    page(i + parents.length, { parentId: parents[i % parents.length] ?? null }),
  )
  await addArticles(db, children)
}

function writeReports(raw: BetterSqlite3.Database, articles: number): void {
  const report = raw.prepare(
    `INSERT INTO ErrorReport (id, articleId, status, sentence, text, createdAt, decidedAt, decidedByName)
     VALUES (?, ?, ?, 'The last boat leaves at half past nine.', 'It leaves at ten.', ?, ?, ?)`,
  )
  const sender = raw.prepare('INSERT INTO ErrorReportSender (reportId, email, createdAt) VALUES (?, ?, ?)')
  const statuses = ['OPEN', 'ANSWERED', 'DISMISSED']
  for (let id = 1; id <= REPORTS; id++) {
    const at = Date.now() - (REPORTS - id) * 60_000
    const isOpen = id % 3 === 0
    report.run(id, (id % articles) + 1, statuses[id % 3], at, isOpen ? null : at, isOpen ? null : 'Bench')
    sender.run(id, `reader-${id}@ellerhaven.example`, at)
  }
}
