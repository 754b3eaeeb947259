'use server'

import { z } from 'zod'
import { schedule } from '@/lib/articles/editing/publish-mutations'
import { isReady } from '@/lib/articles/editing/ready-queries'
import { runAction } from '@/lib/auth/action'
import { momentIn } from '@/lib/calendar/local-time'
import { getSiteFacts } from '@/lib/site/facts'

/** Puts an article that is on the clock at another time, in the site's zone. */
export async function movePlannedAction(form: FormData): Promise<void> {
  const number = z.coerce.number<string>().int().positive()
  const schema = z.object({ id: number, version: number, at: z.string().max(40) })
  const what = { form: 'planned', act: 'articles.schedule', schema } as const
  await runAction(what, form, async ({ at, ...seen }, { db, session, now }) => {
    const object = `article:${seen.id}`
    const { site } = await getSiteFacts(db)
    const publishAt = momentIn(site.timeZone, at)
    if (!publishAt) return { ok: false, reason: 'timeWrong', object }
    if (!(await isReady(db, seen.id))) return { ok: false, reason: 'unready', object }
    const result = await schedule(db, { ...seen, publishAt }, session.viewer, now)
    return result.ok
      ? { ok: true, done: 'moved', shown: { id: String(seen.id), at: publishAt.toISOString() } }
      : { ok: false, reason: result.reason, object }
  })
}
