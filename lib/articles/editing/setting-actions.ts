'use server'

import { z } from 'zod'
import { runCall } from '@/lib/auth/call'
import { localIn, momentIn } from '@/lib/calendar/local-time'
import { getSiteFacts } from '@/lib/site/facts'
import { changeSettings } from './draft-mutations'
import { changePath } from './path-mutations'
import { readStored } from './stored-queries'

const seen = { id: z.number().int().positive(), version: z.number().int().positive() }
const at = z.string().max(40)

/** Comments, embargo and the front page, as the panel beside the text has them: times are those of the site's clocks. */
export async function settingsAction(sent: unknown) {
  const schema = z.object({ ...seen, commentsOpen: z.boolean(), embargoUntil: at, pinnedUntil: at })
  return runCall('articles.edit', schema, sent, async (input, { db, viewer, now }) => {
    const article = await readStored(db, input.id)
    if (!article) return { ok: false, reason: 'missing' } as const
    const { timeZone } = (await getSiteFacts(db)).site
    const embargoUntil = momentOf(input.embargoUntil, article.embargoUntil, timeZone)
    const pinnedUntil = momentOf(input.pinnedUntil, article.input.pinnedUntil, timeZone)
    if (embargoUntil === undefined || pinnedUntil === undefined) return { ok: false, reason: 'malformed' } as const
    const settings = { commentsOpen: input.commentsOpen, embargoUntil, pinnedUntil }
    return changeSettings(db, { id: input.id, version: input.version, settings }, viewer, now)
  })
}

/** What was left as it was keeps its seconds, which no field shows. Undefined for what is no time. */
function momentOf(typed: string, stored: Date | null, zone: string): Date | null | undefined {
  if (typed === (stored ? localIn(zone, stored) : '')) return stored
  return typed === '' ? null : (momentIn(zone, typed) ?? undefined)
}

/** Moves what readers know to another address. */
export async function changePathAction(sent: unknown) {
  const schema = z.object({ ...seen, path: z.string().max(2_000) })
  return runCall('articles.changePath', schema, sent, async (input, { db, viewer, now }) =>
    changePath(db, input, viewer, now),
  )
}
