'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { endPreviewLink, makePreviewLink } from './mutations'
import { LINK_HOURS, LONGEST_LABEL } from './sharing'

const id = z.coerce.number<string>().int().positive()
const shareSchema = z.object({
  articleId: id,
  hours: id.refine((hours) => LINK_HOURS.includes(hours)),
  label: z.string().trim().max(LONGEST_LABEL).default(''),
})

/** "Make a link": for somebody outside who is to read it before it is published. */
export async function shareAction(form: FormData): Promise<void> {
  const what = { form: 'share', act: 'articles.share', schema: shareSchema } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await makePreviewLink(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'linkMade' } : { ...result, object: `article:${input.articleId}` }
  })
}

export async function endLinkAction(form: FormData): Promise<void> {
  const what = { form: 'share', act: 'articles.share', schema: z.object({ linkId: id }) } as const
  await runAction(what, form, async (input, { db, session, now }) => {
    const result = await endPreviewLink(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'linkEnded' } : { ...result, object: `preview:${input.linkId}` }
  })
}
