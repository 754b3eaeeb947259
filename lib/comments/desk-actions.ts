'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { adminWordsFor } from '@/lib/i18n/admin-words'
import { pageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { decide, editComment, erasePerson, replyFromDesk } from './desk-mutations'
import { deskPath, readDeskView, VERDICT_OF, VIEW_NAMES } from './desk-view'

const id = z.coerce.number().int().positive()
const text = z.string().trim().min(1, 'textMissing').max(20_000, 'textLong')
/** "12 15 18": what is decided together. */
const ids = z
  .string()
  .regex(/^[1-9]\d{0,8}(?: [1-9]\d{0,8}){0,199}$/)
  .transform((list) => list.split(' ').map(Number))
const verdict = z.enum(['approve', 'hold', 'spam', 'trash'])

/** Where the form was: the same list, without the comment that was open. */
function hereWithout(more: Record<string, string> = {}): string {
  const url = new URL(pageContext()?.url ?? '/admin/comments/', 'http://site.invalid')
  const view = readDeskView(Object.fromEntries(url.searchParams))
  return deskPath({ ...view, id: null, find: view.find.startsWith('#') ? '' : view.find }, more)
}

/** Decides, and goes on to the next one that waits; the way back stands there. */
export async function decideAction(form: FormData): Promise<void> {
  const schema = z.object({ ids, verdict, from: z.enum(VIEW_NAMES) })
  await runAction(
    { form: 'decide', act: 'comments.moderate', schema },
    withIds(form),
    async (input, { db, session, now }) => {
      const result = await decide(db, input, session.viewer, now)
      if (!result.ok) return result
      const undo = { did: input.verdict, undo: result.ids.join(' '), from: input.from }
      return { ok: true, to: hereWithout(result.ids.length ? undo : { did: 'nothing' }) }
    },
  )
}

/** Puts comments back where they were. */
export async function undoAction(form: FormData): Promise<void> {
  const schema = z.object({ ids, from: z.enum(VIEW_NAMES) })
  await runAction({ form: 'decide', act: 'comments.moderate', schema }, form, async (input, { db, session, now }) => {
    const verdict = VERDICT_OF[input.from]
    const result = await decide(db, { ids: input.ids, verdict }, session.viewer, now)
    if (!result.ok) return result
    const [first = null] = input.ids
    return { ok: true, to: deskPath({ view: input.from, id: first }, { did: 'undone' }) }
  })
}

export async function editCommentAction(form: FormData): Promise<void> {
  const schema = z.object({ id, text })
  await runAction({ form: 'edit', act: 'comments.moderate', schema }, form, async (input, { db, session, now }) => {
    const result = await editComment(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'saved' } : result
  })
}

export async function replyFromDeskAction(form: FormData): Promise<void> {
  const schema = z.object({ id, text })
  await runAction({ form: 'reply', act: 'comments.reply', schema }, form, async (input, { db, session, now }) => {
    const result = await replyFromDesk(db, input, session.viewer, now)
    return result.ok ? { ok: true, to: hereWithout({ did: 'replied' }) } : result
  })
}

export async function erasePersonAction(form: FormData): Promise<void> {
  const schema = z.object({ email: z.string().trim().min(1, 'emailMissing').max(254, 'emailWrong') })
  await runAction(
    { form: 'erase', act: 'comments.erasePerson', schema },
    form,
    async ({ email }, { db, session, now }) => {
      const { site } = await getSiteFacts(db)
      const { anonymous } = adminWordsFor(site.locale).commentsPage
      const result = await erasePerson(db, { email, anonymous }, session.viewer, now)
      return result.ok ? { ok: true, done: 'erased' } : result
    },
  )
}

/** A form with boxes sends each number by itself. */
function withIds(form: FormData): FormData {
  const chosen = form.getAll('id').filter((value) => typeof value === 'string')
  if (chosen.length) form.set('ids', chosen.join(' '))
  return form
}
