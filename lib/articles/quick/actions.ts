'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { quickEdit } from './mutations'
import { readNames } from './names'

const number = z.coerce.number<string>().int().positive()
const optional = z.string().transform((text) => Number(text) || null)
const line = (max: number) => z.string().trim().max(max, 'fieldLong')

/** Saves what was changed of an article in the list. */
export async function quickEditAction(form: FormData): Promise<void> {
  const schema = z.object({
    id: number,
    version: number,
    copyVersion: optional,
    headline: line(500),
    slug: line(200),
    category: optional,
    tags: z.string().max(5_000, 'fieldLong').transform(readNames),
    authors: z.string().max(5_000, 'fieldLong').transform(readNames),
  })
  const what = { form: 'quick', act: 'articles.edit', schema } as const
  await runAction(what, form, async ({ category, headline, slug, tags, authors, ...seen }, { db, session, now }) => {
    const change = { headline, slug, categoryId: category, tags, authors }
    const result = await quickEdit(db, { ...seen, change }, session.viewer, now)
    if (result.ok) return { ok: true, done: result.isLive ? 'kept' : 'saved' }
    return { ok: false, reason: result.reason, object: `article:${seen.id}` }
  })
}
