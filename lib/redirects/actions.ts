'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { env } from '@/lib/env'
import { jsonText } from '@/lib/json-text'
import { type ImportReport, importRedirects, lookThrough } from './import-mutations'
import { removeRedirect, saveRedirect } from './mutations'
import { id, removing, saving, typed, undoSchema } from './way-back'

const act = 'redirects.edit'

export async function addRedirectAction(form: FormData): Promise<void> {
  await runAction({ form: 'new', act, schema: z.object(typed) }, form, async (input, { db, session, now }) => {
    const result = await saveRedirect(db, { id: null, ...input }, env().siteUrl, session.viewer, now)
    if (!result.ok) return result
    return { ok: true, done: 'added', shown: { ...removing(result.id), to: result.to } }
  })
}

export async function changeRedirectAction(form: FormData): Promise<void> {
  const schema = z.object({ id, ...typed })
  await runAction({ form: 'change', act, schema }, form, async (input, { db, session, now }) => {
    const result = await saveRedirect(db, input, env().siteUrl, session.viewer, now)
    if (!result.ok) return { ...result, object: `redirect:${input.id}` }
    const undo = result.before && saving(input.id, result.before, env().siteUrl)
    return { ok: true, done: 'changed', shown: { ...undo, to: result.to } }
  })
}

export async function removeRedirectAction(form: FormData): Promise<void> {
  await runAction({ form: 'remove', act, schema: z.object({ id }) }, form, async (input, { db, session, now }) => {
    const result = await removeRedirect(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `redirect:${input.id}` }
    return { ok: true, done: 'removed', shown: saving(null, result.before, env().siteUrl) }
  })
}

export async function undoRedirectAction(form: FormData): Promise<void> {
  const schema = z.object({ undo: jsonText(10_000).pipe(undoSchema) })
  await runAction({ form: 'undo', act, schema }, form, async ({ undo }, { db, session: { viewer }, now }) => {
    const result =
      undo.verb === 'remove'
        ? await removeRedirect(db, undo, viewer, now)
        : await saveRedirect(db, undo, env().siteUrl, viewer, now)
    return result.ok ? { ok: true, done: 'undone' } : result
  })
}

/** Looks through the lines of a file, or writes what they say; what is refused is said line by line. */
export async function importRedirectsAction(form: FormData): Promise<void> {
  const schema = z.object({
    text: z.string().default(''),
    file: z.instanceof(File).optional(),
    replaces: z.literal('on').optional(),
    step: z.enum(['look', 'import']).catch('look'),
  })
  await runAction({ form: 'import', act, schema }, form, async (input, { db, session: { viewer }, now }) => {
    const text = input.file?.size ? await input.file.text() : input.text
    const asked = { text, replaces: input.replaces === 'on', siteUrl: env().siteUrl }
    const isLook = input.step === 'look'
    const result = isLook ? await lookThrough(db, asked, viewer) : await importRedirects(db, asked, viewer, now)
    if (!result.ok) return result
    const left = isLook ? text : leftOf(result)
    return { ok: true, done: isLook ? 'looked' : 'imported', shown: shownOf(result, left, asked.replaces) }
  })
}

/** What was refused, as a file that is read as the whole one was. */
const leftOf = ({ header, refused }: ImportReport): string =>
  refused.length ? [header, ...refused.map((one) => one.text)].filter(Boolean).join('\n') : ''

const MOST_SHOWN = 500

function shownOf(report: ImportReport, text: string, replaces: boolean): Record<string, string | string[]> {
  const { added, replaced, same, refused } = report
  return {
    ...{ added: String(added), replaced: String(replaced), same: String(same), refused: String(refused.length) },
    text,
    replaces: replaces ? 'on' : '',
    lines: refused.slice(0, MOST_SHOWN).map((one) => JSON.stringify(one)),
  }
}
