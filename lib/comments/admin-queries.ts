import type { Prisma } from '@/generated/sqlite/client'
import type { CommentKind, CommentStatus } from '@/generated/sqlite/enums'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { normalEmail } from '@/lib/people/email'
import { getSiteFacts } from '@/lib/site/facts'
import { isOpen } from './closing'
import { type DeskView, VIEWS, type View } from './desk-view'

export type ModeratedComment = {
  id: number
  status: CommentStatus
  authorName: string
  text: string
  createdAt: Date
  path: string
  headline: string
  locale: string
}

const moderatedSelect = {
  id: true,
  status: true,
  authorName: true,
  text: true,
  createdAt: true,
  article: { select: { path: true, headline: true, locale: true } },
} satisfies Prisma.CommentSelect

type ModeratedRow = Prisma.CommentGetPayload<{ select: typeof moderatedSelect }>
const moderatedFromRow = ({ article, ...comment }: ModeratedRow): ModeratedComment => ({ ...comment, ...article })

/** Comments of a status, the oldest first: whoever waits longest is read first. Two statements. */
export async function listModeratedComments(
  db: Database,
  status: CommentStatus,
  count: number,
): Promise<ModeratedComment[]> {
  const rows = await db.comment.findMany({
    where: { status },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: count,
    select: moderatedSelect,
  })
  return rows.map(moderatedFromRow)
}

export const QUEUE_SIZE = 25

/** A page of a list of the desk: what waits oldest first, what is decided newest first. Two statements. */
export async function listQueue(
  db: Database,
  viewer: Viewer,
  view: DeskView,
): Promise<{ comments: ModeratedComment[]; more: boolean }> {
  if (!may(viewer, 'comments.read')) return { comments: [], more: false }
  const order = view.view === 'held' ? 'asc' : 'desc'
  const page = { skip: (view.page - 1) * QUEUE_SIZE, take: QUEUE_SIZE + 1 }
  const number = /^#?(\d{1,9})$/.exec(view.find)?.[1]
  const rows =
    view.find && !number
      ? await listOfPerson(db, view, order, page)
      : await db.comment.findMany({
          where: {
            // A comment that is asked for by its number is found in whatever list it is.
            ...(number ? { id: Number(number) } : { status: VIEWS[view.view] }),
            ...(view.articleId !== null && { articleId: view.articleId }),
          },
          orderBy: [{ createdAt: order }, { id: order }],
          ...page,
          select: moderatedSelect,
        })
  return { comments: rows.slice(0, QUEUE_SIZE).map(moderatedFromRow), more: rows.length > QUEUE_SIZE }
}

/** By what is known of the senders, in whose order they lie: the comments of all others are not walked through. */
async function listOfPerson(
  db: Database,
  { view, find, articleId }: DeskView,
  order: 'asc' | 'desc',
  page: { skip: number; take: number },
): Promise<ModeratedRow[]> {
  const rows = await db.commentSender.findMany({
    where: {
      email: normalEmail(find),
      comment: { status: VIEWS[view], ...(articleId !== null && { articleId }) },
    },
    orderBy: [{ createdAt: order }, { commentId: order }],
    ...page,
    select: { comment: { select: moderatedSelect } },
  })
  return rows.map(({ comment }) => comment)
}

/** Counting further tells nobody anything. */
const COUNTED = 1_000

/** How many each list has, up to a thousand: one query for each of the four. */
export async function countQueues(db: Database, viewer: Viewer): Promise<Record<View, number>> {
  if (!may(viewer, 'comments.read')) return { held: 0, approved: 0, spam: 0, trash: 0 }
  // In an order that an index has: of its own accord Prisma sorts them all by their numbers first.
  const count = (view: View) =>
    db.comment.count({ where: { status: VIEWS[view] }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: COUNTED })
  const [held, approved, spam, trash] = await Promise.all([
    count('held'),
    count('approved'),
    count('spam'),
    count('trash'),
  ])
  return { held, approved, spam, trash }
}

export type Said = { id: number; authorName: string; text: string; createdAt: Date; status: CommentStatus }

export type Case = Said & {
  kind: CommentKind
  authorUrl: string | null
  moderatedBy: string | null
  moderatedAt: Date | null
  article: { id: number; path: string; headline: string; locale: string; commentCount: number; commentsOpen: boolean }
  /** What it answers, from the top of the thread down. */
  above: Said[]
  below: Said[]
  person: Person | null
}

export type Person = {
  email: string
  /** How many of their comments stand where. */
  tally: Record<View, number>
  /** Other e-mail addresses that wrote from the same network address. */
  sameAddress: number
}

const saidSelect = { id: true, authorName: true, text: true, createdAt: true, status: true } as const
/** No thread that readers see is deeper; an imported one may be. */
const DEEPEST = 12
const BELOW = 20

/** A comment with what is needed to decide about it. Null: there is none, or it is not the viewer's to see. */
export async function getCase(db: Database, viewer: Viewer, id: number, now: Date): Promise<Case | null> {
  if (!may(viewer, 'comments.read')) return null
  const row = await db.comment.findUnique({
    where: { id },
    select: {
      ...saidSelect,
      kind: true,
      authorUrl: true,
      moderatedBy: true,
      moderatedAt: true,
      parentId: true,
      sender: { select: { email: true, address: true } },
      article: {
        select: {
          id: true,
          path: true,
          headline: true,
          locale: true,
          commentCount: true,
          commentsOpen: true,
          publishedAt: true,
        },
      },
    },
  })
  if (!row) return null
  const { parentId, sender, article: discussed, ...comment } = row
  const { publishedAt, ...article } = discussed
  const { comments: settings } = await getSiteFacts(db)
  const [above, below, person] = await Promise.all([
    listAbove(db, article.id, parentId),
    db.comment.findMany({
      where: { parentId: id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: BELOW,
      select: saidSelect,
    }),
    sender?.email ? getPerson(db, sender.email, sender.address) : null,
  ])
  const commentsOpen = isOpen(discussed, settings, now)
  return { ...comment, article: { ...article, commentsOpen }, above, below, person }
}

/** One question for each step of the thread would be many: all comments of the article that are answered are read at once. */
async function listAbove(db: Database, articleId: number, parentId: number | null): Promise<Said[]> {
  if (parentId === null) return []
  const rows = await db.comment.findMany({
    where: { articleId, replies: { some: {} } },
    select: { ...saidSelect, parentId: true },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const above: Said[] = []
  for (let at = byId.get(parentId); at && above.length < DEEPEST; at = byId.get(at.parentId ?? 0)) {
    const { parentId: _, ...said } = at
    above.unshift(said)
  }
  return above
}

/** Six queries, each by what an index has in order: of somebody's many comments none is read. */
async function getPerson(db: Database, email: string, address: string): Promise<Person> {
  const count = (view: View) =>
    db.commentSender.count({
      where: { email, comment: { status: VIEWS[view] } },
      orderBy: { createdAt: 'asc' },
      take: COUNTED,
    })
  const [held, approved, spam, trash, others] = await Promise.all([
    count('held'),
    count('approved'),
    count('spam'),
    count('trash'),
    address
      ? db.commentSender.findMany({
          where: { address, email: { not: email } },
          orderBy: { createdAt: 'desc' },
          take: COUNTED,
          select: { email: true },
        })
      : [],
  ])
  const tally = { held, approved, spam, trash }
  return { email, tally, sameAddress: new Set(others.map((other) => other.email)).size }
}

/** All that is kept of one person's comments, for them to have. Null for whoever may not know. */
export async function exportPerson(db: Database, viewer: Viewer, email: string) {
  if (!may(viewer, 'comments.exportPerson')) return null
  const rows = await db.comment.findMany({
    where: { sender: { email: normalEmail(email) } },
    orderBy: { id: 'asc' },
    select: {
      ...saidSelect,
      authorUrl: true,
      sender: { select: { email: true, address: true, userAgent: true } },
      article: { select: { path: true, headline: true } },
    },
  })
  return rows.map(({ sender, article, ...comment }) => ({ ...comment, ...sender, article: article.path }))
}
