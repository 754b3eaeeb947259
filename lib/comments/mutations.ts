import { setTimeout as sleep } from 'node:timers/promises'
import type { CommentKind, CommentStatus } from '@/generated/sqlite/enums'
import { insertRows, updateRows } from '@/lib/database/insert-rows'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { normalEmail } from '@/lib/people/email'
import { keyedHash } from '@/lib/secret'
import type { CommentSettings } from '@/lib/site/settings'
import { isOpen } from './closing'
import { firstStatus, statusAfter, type Verdict } from './moderation'
import type { Reply, ReplyError } from './reply'
import { COMMENTS_TAG } from './tags'
import { countLinks } from './text'
import { isReplyToken } from './token'

/** Everything that is written of a comment. */
export type CommentInput = {
  articleId: number
  parentId: number | null
  status: CommentStatus
  kind: CommentKind
  authorName: string
  authorUrl: string | null
  text: string
  createdAt: Date
  email: string
  address: string
  userAgent: string
  moderatedBy: string | null
  source: { site: string; id: number } | null
}

/** The number a new comment gets: `#comment-ID` is numbered by us, because an import brings numbers of its own. */
export async function nextCommentId(tx: Tx): Promise<number> {
  const { _max } = await tx.comment.aggregate({ _max: { id: true } })
  return (_max.id ?? 0) + 1
}

/** Writes new comments with the numbers they are given; the caller counts the approved ones (`countComments`). */
export async function insertComments(tx: Tx, comments: (CommentInput & { id: number })[]): Promise<void> {
  if (!comments.length) return
  const rows = comments.map(({ email, address: _address, userAgent: _userAgent, source, ...columns }) => ({
    ...columns,
    avatar: avatarOf(email),
    moderatedAt: columns.moderatedBy ? columns.createdAt : null,
    sourceSite: source?.site ?? null,
    sourceId: source?.id ?? null,
  }))
  const senders = comments.map(({ id, email, address, userAgent, createdAt }) => ({
    commentId: id,
    email: normalEmail(email),
    address,
    userAgent,
    createdAt,
  }))
  await insertRows(tx, 'Comment', rows)
  await insertRows(tx, 'CommentSender', senders)
}

/** Counts the approved comments of articles anew. */
export async function countComments(tx: Tx, ...articleIds: number[]): Promise<void> {
  const counted = await tx.comment.groupBy({
    by: ['articleId'],
    where: { articleId: { in: articleIds }, status: 'APPROVED', kind: 'COMMENT' },
    _count: { _all: true },
  })
  const counts = new Map(counted.map(({ articleId, _count }) => [articleId, _count._all]))
  const rows = articleIds.map((id) => ({ id, commentCount: counts.get(id) ?? 0 }))
  await updateRows(tx, 'Article', 'id', rows)
}

const AVATARS = 12

/** The same drawn avatar for the same e-mail address, which nobody can guess back without the site's secret. */
export function avatarOf(email: string): number {
  const [first = 0] = Buffer.from(keyedHash('avatar', normalEmail(email)), 'base64url')
  return first % AVATARS
}

/** Where a reply came from, as the door saw it. */
export type Sender = { address: string; userAgent: string }

export type ReplyResult =
  | { ok: true; comment: { id: number; status: CommentStatus; createdAt: Date }; path: string }
  | { ok: false; reason: Extract<ReplyError, 'closed' | 'parentGone' | 'duplicate' | 'flood'> }
  /** The article is not there for readers; nothing is said of why. */
  | { ok: false; reason: 'missing' }

/** A slow connection sends twice: within this the second copy is answered with the first. */
const RESEND_MS = 5 * 60_000
/** As WordPress stores it. */
const LONGEST_AGENT = 254
/** On PostgreSQL replies at once may ask for the same number: one gets it, the others ask again. */
const ATTEMPTS = 20

/** Takes a reader's reply to a published article. */
export async function leaveReply(
  db: Database,
  reply: Reply,
  sender: Sender,
  settings: CommentSettings,
  now: Date,
): Promise<ReplyResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact(db, (tx) => takeReply(tx, reply, sender, settings, now))
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === ATTEMPTS) throw error
    }
    await sleep(Math.random() * 10 * attempt)
  }
}

async function takeReply(
  tx: Tx,
  reply: Reply,
  sender: Sender,
  settings: CommentSettings,
  now: Date,
): Promise<ReplyResult> {
  const { articleId, parentId, text, name, url } = reply
  const email = normalEmail(reply.email)
  const article = await tx.article.findUnique({
    where: { id: articleId, status: 'PUBLISHED' },
    select: { path: true, commentsOpen: true, publishedAt: true },
  })
  if (!article) return { ok: false, reason: 'missing' }
  if (!isOpen(article, settings, now)) return { ok: false, reason: 'closed' }
  if (parentId !== null && !(await isAnswerable(tx, parentId, articleId))) return { ok: false, reason: 'parentGone' }
  const same = await findSame(tx, reply, email)
  if (same && now.getTime() - same.createdAt.getTime() <= RESEND_MS)
    return { ok: true, comment: same, path: article.path }
  if (same) return { ok: false, reason: 'duplicate' }
  if (await isFlood(tx, email, sender.address, settings.floodSeconds, now)) return { ok: false, reason: 'flood' }
  const status = firstStatus(
    {
      tokenGood: isReplyToken(reply.token, articleId, now),
      trapped: reply.trapped,
      links: countLinks(text),
      known: await isKnown(tx, name, email),
    },
    settings,
  )
  const id = await nextCommentId(tx)
  await insertComments(tx, [
    {
      id,
      articleId,
      parentId,
      status,
      kind: 'COMMENT',
      authorName: name,
      authorUrl: url,
      text,
      createdAt: now,
      email,
      address: sender.address,
      userAgent: sender.userAgent.slice(0, LONGEST_AGENT),
      moderatedBy: status === 'HELD' ? null : 'rule',
      source: null,
    },
  ])
  if (status === 'APPROVED') await showComments(tx, articleId)
  return { ok: true, comment: { id, status, createdAt: now }, path: article.path }
}

/** The comments that readers see of articles are others now. */
export async function showComments(tx: Tx, ...articleIds: number[]): Promise<void> {
  await countComments(tx, ...articleIds)
  changed(tx, COMMENTS_TAG, ...articleIds.map((id) => `article:${id}`))
}

async function isAnswerable(tx: Tx, id: number, articleId: number): Promise<boolean> {
  const parent = await tx.comment.findUnique({ where: { id, articleId, status: 'APPROVED' }, select: { id: true } })
  return parent !== null
}

/** The same words of the same person to the same comment, unless they were thrown away. */
async function findSame(tx: Tx, { articleId, parentId, text }: Reply, email: string) {
  return tx.comment.findFirst({
    where: { articleId, parentId, text, status: { not: 'TRASH' }, sender: { email } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, status: true, createdAt: true },
  })
}

/** True when the same address or e-mail address wrote less than `seconds` ago. */
async function isFlood(tx: Tx, email: string, address: string, seconds: number, now: Date): Promise<boolean> {
  const createdAt = { gt: new Date(now.getTime() - seconds * 1000) }
  const [byEmail, byAddress] = [
    await tx.commentSender.findFirst({ where: { email, createdAt }, select: { commentId: true } }),
    address ? await tx.commentSender.findFirst({ where: { address, createdAt }, select: { commentId: true } }) : null,
  ]
  return byEmail !== null || byAddress !== null
}

/** Enough of somebody's comments to find an approved one among. */
const LAST_COMMENTS = 50

async function isKnown(tx: Tx, authorName: string, email: string): Promise<boolean> {
  const sent = await tx.commentSender.findMany({
    where: { email },
    orderBy: { createdAt: 'desc' },
    take: LAST_COMMENTS,
    select: { comment: { select: { authorName: true, status: true } } },
  })
  return sent.some(({ comment }) => comment.authorName === authorName && comment.status === 'APPROVED')
}

/** Gives comments a verdict. Answers the ids it changed; the others were so already, or are not there. */
export function moderateComments(
  db: Database,
  ids: number[],
  verdict: Verdict,
  actor: string,
  now: Date,
): Promise<number[]> {
  return transact(db, (tx) => moderate(tx, ids, verdict, actor, now))
}

/** The same, as a part of a larger transaction. */
export async function moderate(tx: Tx, ids: number[], verdict: Verdict, actor: string, now: Date): Promise<number[]> {
  const comments = await tx.comment.findMany({
    where: { id: { in: ids } },
    select: { id: true, status: true, articleId: true },
  })
  const changes = comments.flatMap(({ id, status, articleId }) => {
    const next = statusAfter(status, verdict)
    return next ? [{ id, status: next, articleId, shown: status === 'APPROVED' || next === 'APPROVED' }] : []
  })
  const [first] = changes
  if (!first) return []
  await tx.comment.updateMany({
    where: { id: { in: changes.map(({ id }) => id) } },
    data: { status: first.status, moderatedAt: now, moderatedBy: actor },
  })
  const shown = new Set(changes.filter((change) => change.shown).map(({ articleId }) => articleId))
  if (shown.size) await showComments(tx, ...shown)
  return changes.map(({ id }) => id)
}
