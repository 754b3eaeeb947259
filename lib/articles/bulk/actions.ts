'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import type { FormState } from '@/lib/auth/form-state'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { LONGEST_TAG } from '@/lib/taxonomy/tag-mutations'
import { BULK_VERBS, CHOSEN, readChosen, readUndo, undoText } from './bulk'
import { type BulkResult, runBulk } from './run-mutations'
import { findOrAddTag } from './tag-mutations'

const LONGEST_NOTICE = 2_000

/** An act on all that is chosen in a list of articles. */
export async function bulkAction(form: FormData): Promise<void> {
  const schema = z.object({
    chosen: z.string().regex(CHOSEN).transform(readChosen).or(z.literal('')),
    verb: z.enum(BULK_VERBS),
    category: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .transform(Number)
      .nullable()
      .catch(null),
    tag: z.string().trim().max(LONGEST_TAG).catch(''),
    notice: z.string().trim().max(LONGEST_NOTICE).catch(''),
  })
  const what = { form: 'bulk', act: 'articles.write', schema } as const
  await runAction(what, withChosen(form), async (input, { db, session, now }) => {
    const { chosen, verb, category, tag, notice } = input
    if (chosen === '') return { ok: false, reason: 'chooseFirst' }
    const { viewer } = session
    if (verb === 'category' && category === null) return { ok: false, reason: 'categoryMissing' }
    if (verb === 'withdraw' && notice === '') return { ok: false, reason: 'noticeMissing' }
    const target = verb === 'tag' ? await findOrAddTag(db, tag, viewer, now) : category
    if (verb === 'tag' && target === null) return { ok: false, reason: 'tagMissing' }
    const result = await runBulk(db, { verb, chosen, target, notice }, viewer, now)
    return { ok: true, done: verb, shown: await shownOf(db, viewer, result) }
  })
}

/** Takes back what was done last with several. */
export async function undoBulkAction(form: FormData): Promise<void> {
  const schema = z.object({ undo: z.string().max(4_000) })
  await runAction({ form: 'bulk', act: 'articles.write', schema }, form, async (input, { db, session, now }) => {
    const undo = readUndo(input.undo)
    if (!undo) return { ok: false, reason: 'gone' }
    const result = await runBulk(db, { ...undo, target: null }, session.viewer, now)
    return { ok: true, done: 'undone', shown: await shownOf(db, session.viewer, { ...result, undo: null }) }
  })
}

/** "reason id headline" of each that was left as it is; the headline of those alone that the viewer may read. */
async function shownOf(db: Database, viewer: Viewer, result: BulkResult): Promise<NonNullable<FormState['shown']>> {
  const { done, refused, undo } = result
  const known = refused.filter(({ reason }) => may(viewer, 'articles.read') || reason !== 'forbidden')
  const rows = await db.article.findMany({
    where: { id: { in: known.map(({ id }) => id) } },
    select: { id: true, headline: true },
  })
  const headlines = new Map(rows.map(({ id, headline }) => [id, headline]))
  return {
    count: String(done.length),
    refused: refused.map(({ id, reason }) => `${reason} ${id} ${headlines.get(id) ?? ''}`),
    ...(undo && { undo: undoText(undo) }),
  }
}

/** A form with boxes sends each value by itself. */
function withChosen(form: FormData): FormData {
  const chosen = form.getAll('one').filter((value): value is string => typeof value === 'string')
  form.set('chosen', chosen.join(' '))
  return form
}
