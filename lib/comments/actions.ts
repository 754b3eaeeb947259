'use server'

import { redirect } from 'next/navigation'
import { discussionPath, encodePath } from '@/lib/articles/paths'
import { database } from '@/lib/db'
import { forgetWriter, readUserAgent, rememberWriter } from '@/lib/http/cookies'
import { pageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { leaveReply } from './mutations'
import { findCommentPage } from './queries'
import { parseReply, type ReplyError, type ReplyField, replyValues } from './reply'
import { previewHash } from './token'

const STATUS = { closed: 403, parentGone: 422, duplicate: 409, flood: 429, missing: 403 } as const

/**
 * "Post Comment". A plain form's action: what is refused is left in the page's context, and the page, drawn in the same
 * request, gives every word back.
 */
export async function leaveReplyAction(form: FormData): Promise<void> {
  const parsed = parseReply(form)
  if (!parsed.ok) return refuse(form, 422, parsed.errors)
  const { reply } = parsed
  const db = await database()
  const { comments: settings } = await getSiteFacts(db)
  const sender = { address: pageContext()?.clientAddress ?? '', userAgent: await readUserAgent() }
  const result = await leaveReply(db, reply, sender, settings, new Date())
  if (!result.ok) {
    // An article that is not there for readers has no form; whoever posts to it learns nothing.
    const reason = result.reason === 'missing' ? 'closed' : result.reason
    return refuse(form, STATUS[result.reason], { '': reason })
  }
  const { comment, path } = result
  const held = comment.status !== 'APPROVED'
  const href = encodePath(path)
  if (reply.remember) {
    const writer = { name: reply.name, email: reply.email, url: reply.url ?? '' }
    await rememberWriter(writer, held ? comment.id : null, href)
  } else await forgetWriter(href)
  const page = held ? 1 : await findCommentPage(db, reply.articleId, settings.maxDepth, comment.id)
  // A held one says by its own address where it stands.
  const preview = held ? `?unapproved=${comment.id}&moderation-hash=${previewHash(comment.id, comment.createdAt)}` : ''
  redirect(`${discussionPath(path, page)}${preview}#comment-${comment.id}`)
}

function refuse(
  form: FormData,
  status: 403 | 409 | 422 | 429,
  errors: Partial<Record<ReplyField | '', ReplyError>>,
): void {
  const context = pageContext()
  if (!context) throw new Error('a reply was refused where there is no door to say so')
  context.status = status
  context.refusedReply = { values: replyValues(form), errors }
}
