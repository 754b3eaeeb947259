'use server'

import { runAction } from '@/lib/auth/action'
import { findTypedAuthor } from './admin-queries'
import { createAuthor, deleteAuthor, editAuthor } from './change-mutations'
import { linkAccount, mergeAuthor } from './merge-mutations'
import { authorIdSchema, authorSchema, linkSchema, mergeAuthorSchema, newAuthorSchema } from './schema'

const refusedAt = (id: number) => ({ object: `author:${id}` })

export async function createAuthorAction(form: FormData): Promise<void> {
  const what = { form: 'new', act: 'authors.arrange', schema: newAuthorSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await createAuthor(db, input, session.viewer, now)
    return result.ok ? { ok: true, to: `/admin/authors/${result.id}/` } : result
  })
}

export async function editAuthorAction(form: FormData): Promise<void> {
  const what = { form: 'profile', act: 'authors.edit', schema: authorSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await editAuthor(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'saved' } : { ...result, ...refusedAt(input.id) }
  })
}

export async function mergeAuthorAction(form: FormData): Promise<void> {
  const what = { form: 'merge', act: 'authors.arrange', schema: mergeAuthorSchema } as const
  await runAction(what, form, async ({ id, into }, { db, session, now }) => {
    const intoId = await findTypedAuthor(db, into, id)
    if (typeof intoId === 'string') return { ok: false, reason: intoId, ...refusedAt(id) }
    const result = await mergeAuthor(db, { id, intoId }, session.viewer, now)
    if (!result.ok) return { ...result, ...refusedAt(id) }
    return { ok: true, done: 'merged', shown: { count: String(result.articles) } }
  })
}

export async function deleteAuthorAction(form: FormData): Promise<void> {
  const what = { form: 'merge', act: 'authors.arrange', schema: authorIdSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await deleteAuthor(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'deleted' } : { ...result, ...refusedAt(input.id) }
  })
}

export async function linkAccountAction(form: FormData): Promise<void> {
  const what = { form: 'account', act: 'authors.link', schema: linkSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await linkAccount(db, input, session.viewer, now)
    if (!result.ok) return { ...result, ...refusedAt(input.id) }
    return { ok: true, done: input.userId ? 'linked' : 'unlinked' }
  })
}
