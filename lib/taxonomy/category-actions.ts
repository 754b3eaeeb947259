'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { jsonText } from '@/lib/json-text'
import { getSiteFacts } from '@/lib/site/facts'
import { placeAfter } from './arrange'
import { createCategory, deleteCategory, editCategory } from './category-mutations'
import { mergeCategory, placeCategory } from './move-mutations'
import { restoreCategory } from './restore-mutations'
import { restoreTag } from './restore-tag-mutations'
import {
  categorySchema,
  mergeCategorySchema,
  newCategorySchema,
  placeSchema,
  stepSchema,
  type TermUndo,
  termSchema,
  undoSchema,
} from './schema'
import { editTag } from './tag-change-mutations'

const act = 'taxonomy.edit'
const wayBack = (undo: TermUndo) => ({ undo: JSON.stringify(undo) })

export async function createCategoryAction(form: FormData): Promise<void> {
  await runAction({ form: 'new', act, schema: newCategorySchema }, form, async (input, { db, session, now }) => {
    const result = await createCategory(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'created' } : result
  })
}

export async function editCategoryAction(form: FormData): Promise<void> {
  await runAction({ form: 'words', act, schema: categorySchema }, form, async (input, { db, session, now }) => {
    const { id } = input
    const result = await editCategory(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `category:${id}` }
    const { locale, ...before } = result.before
    return { ok: true, done: 'saved', shown: wayBack({ verb: 'editCategory', id, ...before, locale: locale ?? '' }) }
  })
}

/** Where it was dropped, or chosen to stand. */
export async function placeCategoryAction(form: FormData): Promise<void> {
  await runAction({ form: 'place', act, schema: placeSchema }, form, async (input, { db, session, now }) => {
    const { id } = input
    const { categories } = await getSiteFacts(db)
    // Chosen from a list, which says nothing of its neighbours.
    const isChosen = !form.has('beforeId')
    if (isChosen && categories.get(id)?.parentId === input.parentId) return { ok: false, reason: 'same' }
    const result = await placeCategory(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `category:${id}` }
    return { ok: true, done: 'placed', shown: wayBack({ verb: 'placeCategory', id, ...result.before }) }
  })
}

/** One step up, down, in or out. */
export async function stepCategoryAction(form: FormData): Promise<void> {
  await runAction({ form: 'place', act, schema: stepSchema }, form, async ({ step: { id, step } }, context) => {
    const { db, session, now } = context
    const { categories } = await getSiteFacts(db)
    const place = placeAfter(categories, id, step)
    if (!place) return { ok: false, reason: 'nowhere' }
    const result = await placeCategory(db, { id, ...place }, session.viewer, now)
    if (!result.ok) return { ...result, object: `category:${id}` }
    return { ok: true, done: 'placed', shown: wayBack({ verb: 'placeCategory', id, ...result.before }) }
  })
}

export async function mergeCategoryAction(form: FormData): Promise<void> {
  await runAction({ form: 'merge', act, schema: mergeCategorySchema }, form, async (input, { db, session, now }) => {
    const result = await mergeCategory(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `category:${input.id}` }
    return { ok: true, done: 'merged', shown: { count: String(result.articles) } }
  })
}

export async function deleteCategoryAction(form: FormData): Promise<void> {
  await runAction({ form: 'merge', act, schema: termSchema }, form, async (input, { db, session, now }) => {
    const result = await deleteCategory(db, input, session.viewer, now)
    if (!result.ok) return { ...result, object: `category:${input.id}` }
    return { ok: true, done: 'deleted', shown: wayBack({ verb: 'restoreCategory', id: input.id }) }
  })
}

/** Takes back what was done last to a category or a tag. */
export async function undoTermAction(form: FormData): Promise<void> {
  const schema = z.object({ undo: jsonText(250_000).pipe(undoSchema) })
  await runAction({ form: 'undo', act, schema }, form, async ({ undo }, { db, session: { viewer }, now }) => {
    const result = await takeBack()
    return result.ok ? { ok: true, done: 'undone' } : result
    function takeBack() {
      if (undo.verb === 'editCategory') return editCategory(db, undo, viewer, now)
      if (undo.verb === 'placeCategory') return placeCategory(db, undo, viewer, now)
      if (undo.verb === 'restoreCategory') return restoreCategory(db, undo, viewer, now)
      return undo.verb === 'editTag' ? editTag(db, undo, viewer, now) : restoreTag(db, undo, viewer, now)
    }
  })
}
