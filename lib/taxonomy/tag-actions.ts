'use server'

import { runAction } from '@/lib/auth/action'
import { findTypedTag } from './admin-queries'
import { mergeTagSchema, newTagSchema, type TermUndo, tagSchema, termSchema } from './schema'
import { createTag, deleteTag, editTag, mergeTag } from './tag-change-mutations'

const act = 'taxonomy.edit'
const wayBack = (undo: TermUndo) => ({ undo: JSON.stringify(undo) })

export async function createTagAction(form: FormData): Promise<void> {
  await runAction({ form: 'new', act, schema: newTagSchema }, form, async (input, { db, session, now }) => {
    const result = await createTag(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'tagCreated' } : result
  })
}

export async function editTagAction(form: FormData): Promise<void> {
  await runAction({ form: 'words', act, schema: tagSchema }, form, async (input, { db, session, now }) => {
    const { id } = input
    const result = await editTag(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `tag:${id}` }
    return { ok: true, done: 'saved', shown: wayBack({ verb: 'editTag', id, ...result.before }) }
  })
}

export async function mergeTagAction(form: FormData): Promise<void> {
  await runAction({ form: 'merge', act, schema: mergeTagSchema }, form, async ({ id, into }, { db, session, now }) => {
    const intoId = await findTypedTag(db, into)
    if (intoId === null) return { ok: false, reason: 'tagUnknown', object: `tag:${id}` }
    const result = await mergeTag(db, { id, intoId }, session.viewer, now)
    if (!result.ok) return { ...result, object: `tag:${id}` }
    return { ok: true, done: 'tagMerged', shown: { count: String(result.articles) } }
  })
}

export async function deleteTagAction(form: FormData): Promise<void> {
  await runAction({ form: 'merge', act, schema: termSchema }, form, async (input, { db, session, now }) => {
    const result = await deleteTag(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `tag:${input.id}` }
    return { ok: true, done: 'tagDeleted', shown: wayBack({ verb: 'restoreTag', id: input.id }) }
  })
}
