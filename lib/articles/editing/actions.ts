'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { runCall } from '@/lib/auth/call'
import type { Act } from '@/lib/auth/permissions'
import { momentIn } from '@/lib/calendar/local-time'
import type { Database } from '@/lib/db'
import { htmlToDocument } from '@/lib/documents/html-document'
import { getSiteFacts } from '@/lib/site/facts'
import { type Content, contentSchema } from './content'
import {
  discardWorkingCopy,
  publishChanges,
  saveWorkingCopy,
  scheduleChanges,
  unscheduleChanges,
} from './copy-mutations'
import { createDraft, saveDraft } from './draft-mutations'
import { holdLock, releaseLock, takeOver } from './lock-mutations'
import {
  keepPublished,
  publish,
  restore,
  schedule,
  scheduleWithdrawal,
  sendBack,
  submit,
  trash,
  unschedule,
  withdraw,
} from './publish-mutations'
import { isReady } from './ready-queries'
import { restoreRevision } from './restore-mutations'

const seen = { id: z.number().int().positive(), version: z.number().int().positive() }
const copyVersion = z.number().int().positive().nullable()
const saveSchema = z.object({ ...seen, copyVersion, isLive: z.boolean(), content: contentSchema })

/** Keeps what was typed: of a live article in its working copy. */
export async function saveAction(sent: unknown) {
  const { isLive } = z.object({ isLive: z.boolean() }).catch({ isLive: false }).parse(sent)
  const act: Act = isLive ? 'articles.editLive' : 'articles.edit'
  return runCall(act, saveSchema, sent, async (input, { db, viewer, now }) => {
    const result = input.isLive
      ? await saveWorkingCopy(db, input, viewer, now)
      : await saveDraft(db, input, viewer, now)
    return result.ok || result.reason !== 'conflict' ? result : { ...result, theirs: editable(result.theirs) }
  })
}

/** With a document to lay beside one's own, also where nobody has edited the text here before. */
const editable = <T extends { content: Content }>(theirs: T): T => ({
  ...theirs,
  content: { ...theirs.content, document: theirs.content.document ?? htmlToDocument(theirs.content.body) },
})

const note = z.string().trim().max(2_000).default('')
const at = z.string().max(40)
const correction = z
  .object({ kind: z.enum(['CORRECTION', 'CLARIFICATION', 'UPDATE']), text: z.string().trim().min(1).max(2_000) })
  .optional()
const verbs = {
  submit: z.object({ ...seen, verb: z.literal('submit'), note }),
  sendBack: z.object({ ...seen, verb: z.literal('sendBack'), note }),
  publish: z.object({ ...seen, verb: z.literal('publish') }),
  schedule: z.object({ ...seen, verb: z.literal('schedule'), at }),
  unschedule: z.object({ ...seen, verb: z.literal('unschedule') }),
  publishChanges: z.object({ ...seen, verb: z.literal('publishChanges'), copyVersion, correction }),
  discardChanges: z.object({ ...seen, verb: z.literal('discardChanges'), copyVersion }),
  scheduleChanges: z.object({ ...seen, verb: z.literal('scheduleChanges'), copyVersion, at }),
  unscheduleChanges: z.object({ ...seen, verb: z.literal('unscheduleChanges') }),
  withdraw: z.object({ ...seen, verb: z.literal('withdraw'), note }),
  scheduleWithdrawal: z.object({ ...seen, verb: z.literal('scheduleWithdrawal'), note, at }),
  keep: z.object({ ...seen, verb: z.literal('keep') }),
  trash: z.object({ ...seen, verb: z.literal('trash') }),
  restore: z.object({ ...seen, verb: z.literal('restore') }),
}
export type LifeVerb = keyof typeof verbs
const lifeSchema = z.discriminatedUnion('verb', [
  verbs.submit,
  verbs.sendBack,
  verbs.publish,
  verbs.schedule,
  verbs.unschedule,
  verbs.publishChanges,
  verbs.discardChanges,
  verbs.scheduleChanges,
  verbs.unscheduleChanges,
  verbs.withdraw,
  verbs.scheduleWithdrawal,
  verbs.keep,
  verbs.trash,
  verbs.restore,
])

/** A step of an article's life. The mutation asks for the permission that the step needs. */
export async function lifeAction(sent: unknown) {
  return runCall('articles.write', lifeSchema, sent, async (input, { db, viewer, now }) => {
    switch (input.verb) {
      case 'submit':
        return submit(db, input, viewer, now)
      case 'sendBack':
        return sendBack(db, input, viewer, now)
      case 'publish':
        return (await isReady(db, input.id)) ? publish(db, input, viewer, now) : unready
      case 'schedule': {
        const publishAt = await momentOf(db, input)
        if (!publishAt) return malformed
        return (await isReady(db, input.id)) ? schedule(db, { ...input, publishAt }, viewer, now) : unready
      }
      case 'unschedule':
        return unschedule(db, input, viewer, now)
      case 'publishChanges': {
        const { correction: put, ...rest } = input
        if (!(await isReady(db, input.id))) return unready
        return publishChanges(db, { ...rest, ...(put && { correction: put }) }, viewer, now)
      }
      case 'discardChanges':
        return discardWorkingCopy(db, input, viewer, now)
      case 'scheduleChanges': {
        const publishAt = await momentOf(db, input)
        if (!publishAt) return malformed
        return (await isReady(db, input.id)) ? scheduleChanges(db, { ...input, publishAt }, viewer, now) : unready
      }
      case 'unscheduleChanges':
        return unscheduleChanges(db, input, viewer, now)
      case 'withdraw':
        return withdraw(db, { ...input, notice: input.note }, viewer, now)
      case 'scheduleWithdrawal': {
        const withdrawAt = await momentOf(db, input)
        return withdrawAt
          ? scheduleWithdrawal(db, { ...input, withdrawAt, notice: input.note }, viewer, now)
          : malformed
      }
      case 'keep':
        return keepPublished(db, input, viewer, now)
      case 'trash':
        return trash(db, input, viewer, now)
      default:
        return restore(db, input, viewer, now)
    }
  })
}

const unready = { ok: false, reason: 'unready' } as const
const malformed = { ok: false, reason: 'malformed' } as const

/** What was typed is a time of the site's clocks. */
const momentOf = async (db: Database, { at: local }: { at: string }): Promise<Date | null> =>
  momentIn((await getSiteFacts(db)).site.timeZone, local)

const lockSchema = z.object({
  id: seen.id,
  typed: z.boolean().default(false),
  do: z.enum(['hold', 'takeOver', 'release']),
})

/** Says that somebody has the article open; asked for again every half minute. */
export async function lockAction(sent: unknown) {
  return runCall('articles.edit', lockSchema, sent, async (input, { db, viewer, now }) => {
    if (input.do === 'takeOver') return takeOver(db, input, viewer, now)
    if (input.do === 'hold') return holdLock(db, input, viewer, now)
    await releaseLock(db, input, viewer)
    return { ok: true } as const
  })
}

/** "New article": an empty draft, opened. */
export async function createArticleAction(form: FormData): Promise<void> {
  const schema = z.object({ kind: z.enum(['ARTICLE', 'PAGE']).default('ARTICLE') })
  await runAction({ form: 'new', act: 'articles.write', schema }, form, async (input, { db, session, now }) => {
    const result = await createDraft(db, input, session.viewer, now)
    return result.ok ? { ok: true, to: `/admin/articles/${result.id}/` } : result
  })
}

/** Makes an earlier text the newest. */
export async function restoreRevisionAction(form: FormData): Promise<void> {
  const id = z.coerce.number<string>().int().positive()
  const schema = z.object({
    id,
    revisionId: id,
    version: id,
    copyVersion: z.string().transform((text) => Number(text) || null),
  })
  await runAction({ form: 'restore', act: 'articles.edit', schema }, form, async (input, { db, session, now }) => {
    const result = await restoreRevision(db, input, session.viewer, now)
    return result.ok ? { ok: true, to: `/admin/articles/${input.id}/` } : { ok: false, reason: result.reason }
  })
}
