'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { removeView, saveView } from './mutations'

const act = 'articles.read'

export async function saveViewAction(form: FormData): Promise<void> {
  const schema = z.object({
    name: z.string().trim().min(1, 'nameMissing').max(60, 'nameLong'),
    query: z.string().max(1_000),
    shared: z.literal('on').optional(),
  })
  await runAction({ form: 'view', act, schema }, form, async ({ name, query, shared }, { db, session, now }) => {
    const result = await saveView(db, { name, query, isShared: shared === 'on' }, session.viewer, now)
    return result.ok ? { ok: true, done: 'saved' } : result
  })
}

export async function removeViewAction(form: FormData): Promise<void> {
  const schema = z.object({ viewId: z.coerce.number<string>().int().positive() })
  await runAction({ form: 'view', act, schema }, form, async (input, { db, session, now }) => {
    const result = await removeView(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'removed' } : result
  })
}
