import { setTimeout as sleep } from 'node:timers/promises'
import { insertComments, moderate, nextCommentId } from '@/lib/comments/mutations'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import type { Heard } from './hear-mutations'
import type { MentionText } from './mention-text'

/** As a decision of nobody in particular is signed. */
const BY_RULE = 'rule'
/** On PostgreSQL others may ask for the same number (lib/comments/mutations.ts). */
const ATTEMPTS = 20

const known = (tx: Tx, { articleId, kind, source }: Heard) =>
  tx.comment.findFirst({
    where: { articleId, kind, authorUrl: source },
    select: { id: true, status: true, text: true },
  })

/** Keeps what a page says where it links here, held; of one that is known its new words. */
export async function keepMention(db: Database, heard: Heard, said: MentionText, now: Date): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact(db, (tx) => keep(tx, heard, said, now))
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === ATTEMPTS) throw error
    }
    await sleep(Math.random() * 10 * attempt)
  }
}

async function keep(tx: Tx, heard: Heard, said: MentionText, now: Date): Promise<void> {
  const { articleId, kind, source, address } = heard
  const authorName = said.title || new URL(source).host
  const before = await known(tx, heard)
  if (before) {
    // Whoever threw it away has read it; with other words than were approved it is read again.
    if (before.text === said.excerpt || before.status === 'TRASH' || before.status === 'SPAM') return
    await moderate(tx, [before.id], 'hold', BY_RULE, now)
    await tx.comment.update({
      where: { id: before.id },
      data: { text: said.excerpt, authorName },
      select: { id: true },
    })
    return
  }
  const id = await nextCommentId(tx)
  await insertComments(tx, [
    {
      ...{ id, articleId, kind, authorName, parentId: null, status: 'HELD', authorUrl: source, text: said.excerpt },
      ...{ createdAt: now, email: '', address, userAgent: '', moderatedBy: null, source: null },
    },
  ])
}

/** A page that is gone, or links here no more, is not shown as one that does. */
export async function endMention(db: Database, heard: Heard, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    const before = await known(tx, heard)
    if (before) await moderate(tx, [before.id], 'trash', BY_RULE, now)
  })
}
