'use server'

import { z } from 'zod'
import { createDraft } from '@/lib/articles/editing/draft-mutations'
import { runAction } from '@/lib/auth/action'
import { jsonText } from '@/lib/json-text'
import { listPageLines } from './admin-queries'
import { PAGE_STEPS, PageTree } from './page-tree'
import { type PlaceResult, placePage } from './place-mutations'

const act = 'pages.edit'
const id = z.coerce.number().int().positive().max(2_000_000_000)
/** Of a list to choose from, where the first says "none". */
const idOrNone = z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), id.nullable())
const placeSchema = z.object({ id, parentId: idOrNone, beforeId: idOrNone })

function answer(result: PlaceResult, pageId: number) {
  if (!result.ok) return { ok: false as const, reason: result.reason, object: `article:${pageId}` }
  const undo = JSON.stringify({ id: pageId, ...result.before })
  return { ok: true as const, done: result.moved ? 'placed' : 'ordered', shown: { undo } }
}

/** "New page": an empty draft below the chosen one, opened. */
export async function createPageAction(form: FormData): Promise<void> {
  const schema = z.object({ parentId: idOrNone })
  await runAction({ form: 'new', act, schema }, form, async ({ parentId }, { db, session: { viewer }, now }) => {
    const made = await createDraft(db, { kind: 'PAGE' }, viewer, now)
    if (!made.ok) return made
    const placed = await placePage(db, { id: made.id, parentId, beforeId: null }, viewer, now)
    // Its parent went meanwhile: the page stands at the top, and can be moved.
    return placed.ok || placed.reason === 'gone' ? { ok: true, to: `/admin/articles/${made.id}/` } : placed
  })
}

/** Where it was dropped, or chosen to stand. */
export async function placePageAction(form: FormData): Promise<void> {
  await runAction(
    { form: 'place', act, schema: placeSchema },
    form,
    async (input, { db, session: { viewer }, now }) => {
      // Chosen from a list, which says nothing of its neighbours.
      const lines = form.has('beforeId') ? [] : await listPageLines(db, viewer)
      if (lines.some((line) => line.id === input.id && line.parentId === input.parentId))
        return { ok: false, reason: 'same' }
      return answer(await placePage(db, input, viewer, now), input.id)
    },
  )
}

/** One step up, down, in or out. */
export async function stepPageAction(form: FormData): Promise<void> {
  const schema = z.object({ step: z.string().regex(/^[1-9]\d{0,8} (up|down|in|out)$/) })
  await runAction({ form: 'place', act, schema }, form, async ({ step: pressed }, { db, session: { viewer }, now }) => {
    const [pageId = 0, said] = [Number(pressed.split(' ')[0]), pressed.split(' ')[1]]
    const tree = new PageTree(await listPageLines(db, viewer))
    const spot = tree.spotAfter(pageId, PAGE_STEPS.find((step) => step === said) ?? 'up')
    if (!spot) return { ok: false, reason: 'nowhere' }
    return answer(await placePage(db, { id: pageId, ...spot }, viewer, now), pageId)
  })
}

export async function undoPageAction(form: FormData): Promise<void> {
  const schema = z.object({ undo: jsonText(1_000).pipe(placeSchema) })
  await runAction({ form: 'undo', act, schema }, form, async ({ undo }, { db, session: { viewer }, now }) => {
    const result = await placePage(db, undo, viewer, now)
    return result.ok ? { ok: true, done: 'undone' } : { ...result, object: `article:${undo.id}` }
  })
}
