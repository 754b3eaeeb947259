'use server'

import { runAction } from '@/lib/auth/action'
import { tellingFormSchema } from './form'
import { saveTelling } from './mutations'

export async function saveTellingAction(form: FormData): Promise<void> {
  const what = { form: 'telling', act: 'settings.telling', schema: tellingFormSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await saveTelling(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'saved' } : result
  })
}
