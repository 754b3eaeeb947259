'use server'

import { type ActionContext, runAction } from '@/lib/auth/action'
import { getSiteFacts } from '@/lib/site/facts'
import { findTyped } from './admin-queries'
import { spotAfter } from './arrange'
import { addSchema, keptSchema, placeSchema, relabelSchema, removeSchema, stepSchema, undoSchema } from './forms'
import { readKeptMenu } from './kept-queries'
import type { MenuPlace } from './menu'
import { menuAddress } from './menu-address'
import { addMenuItem, type MenuResult, placeMenuItem, relabelMenuItem, removeMenuItem, replaceMenu } from './mutations'

const act = 'menus.edit'

function answer(result: MenuResult, place: MenuPlace, done: string, shown: Record<string, string> = {}) {
  if (!result.ok) return { ok: false as const, reason: result.reason, object: `menu:${place}` }
  return { ok: true as const, done, shown: { ...shown, undo: JSON.stringify(result.before) } }
}

export async function addMenuItemAction(form: FormData): Promise<void> {
  const name = `add-${String(form.get('kind'))}`
  await runAction({ form: name, act, schema: addSchema }, form, async (input, { db, session, now }) => {
    const { place, kind, typed, parentId, labels } = input
    const isTyped = kind === 'tag' || kind === 'article'
    const targetId = isTyped
      ? await findTyped(db, kind, typed)
      : kind === 'category' || kind === 'page'
        ? input.targetId
        : null
    const address = kind === 'address' ? (menuAddress(typed) ?? '') : ''
    const item = { kind, targetId, address, labels }
    return answer(await addMenuItem(db, { place, parentId, item }, session.viewer, now), place, 'added')
  })
}

/** Where it was dropped. */
export async function placeMenuItemAction(form: FormData): Promise<void> {
  await runAction({ form: 'place', act, schema: placeSchema }, form, async (input, { db, session, now }) =>
    answer(await placeMenuItem(db, input, session.viewer, now), input.place, 'placed'),
  )
}

/** One step up, down, in or out. */
export async function stepMenuItemAction(form: FormData): Promise<void> {
  await runAction({ form: 'place', act, schema: stepSchema }, form, async ({ place, step: { id, step } }, context) => {
    const { db, session, now } = context
    const { menus } = await getSiteFacts(db)
    const spot = spotAfter(menus[place], id, step)
    if (!spot) return { ok: false, reason: 'nowhere' }
    return answer(await placeMenuItem(db, { place, id, ...spot }, session.viewer, now), place, 'placed')
  })
}

export async function relabelMenuItemAction(form: FormData): Promise<void> {
  await runAction({ form: 'labels', act, schema: relabelSchema }, form, async (input, { db, session, now }) =>
    answer(await relabelMenuItem(db, input, session.viewer, now), input.place, 'labelled'),
  )
}

export async function removeMenuItemAction(form: FormData): Promise<void> {
  await runAction({ form: 'remove', act, schema: removeSchema }, form, async (input, { db, session, now }) =>
    answer(await removeMenuItem(db, input, session.viewer, now), input.place, 'removed'),
  )
}

/** What an import kept takes the place of the menu. */
export async function takeKeptMenuAction(form: FormData): Promise<void> {
  await runAction({ form: 'kept', act, schema: keptSchema }, form, async ({ place, site, slug }, context) => {
    const { db } = context
    const kept = await readKeptMenu(db, site, slug)
    if (!kept) return { ok: false, reason: 'gone' }
    return answer(await replaced(context, place, kept.items), place, 'taken', { left: String(kept.left) })
  })
}

export async function undoMenuAction(form: FormData): Promise<void> {
  await runAction({ form: 'undo', act, schema: undoSchema }, form, async ({ place, undo }, context) => {
    const result = await replaced(context, place, undo)
    return result.ok ? { ok: true, done: 'undone' } : result
  })
}

const replaced = (
  { db, session, now }: ActionContext,
  place: MenuPlace,
  items: Parameters<typeof replaceMenu>[1]['items'],
): Promise<MenuResult> => replaceMenu(db, { place, items }, session.viewer, now)
