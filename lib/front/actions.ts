'use server'

import { runAction } from '@/lib/auth/action'
import { momentIn } from '@/lib/calendar/local-time'
import { getSiteFacts } from '@/lib/site/facts'
import { changeFront, discardFront, publishFront, restoreFront } from './mutations'
import { chooseSchema, discardSchema, publishSchema, restoreSchema, sectionSchema, stepSchema } from './schema'

const act = 'front.edit'
const object = 'front'

/** An article as the lead or as a pin, until a moment of the site's clocks. */
export async function chooseForFrontAction(form: FormData): Promise<void> {
  await runAction({ form: 'choose', act, schema: chooseSchema }, form, async (input, { db, session, now }) => {
    const { version, articleId, until: typed, as } = input
    const { timeZone } = (await getSiteFacts(db)).site
    const until = typed === '' ? null : momentIn(timeZone, typed)
    if (typed !== '' && (!until || until <= now)) return { ok: false, reason: 'untilWrong' }
    if (!articleId) return { ok: false, reason: 'chooseOne' }
    const placed = { articleId, until: until?.toISOString() ?? null }
    const result = await changeFront(db, { version, change: { do: as, placed } }, session.viewer, now)
    return result.ok ? { ok: true, done: as } : { ...result, object }
  })
}

export async function addSectionAction(form: FormData): Promise<void> {
  await runAction({ form: 'section', act, schema: sectionSchema }, form, async (input, { db, session, now }) => {
    const { version, ...section } = input
    const result = await changeFront(db, { version, change: { do: 'section', section } }, session.viewer, now)
    return result.ok ? { ok: true, done: 'section' } : { ...result, object }
  })
}

export async function stepFrontAction(form: FormData): Promise<void> {
  await runAction({ form: 'step', act, schema: stepSchema }, form, async (input, { db, session, now }) => {
    const { version, step } = input
    const result = await changeFront(db, { version, change: step }, session.viewer, now)
    return result.ok ? { ok: true, done: step.do === 'move' ? 'moved' : 'taken' } : { ...result, object }
  })
}

export async function discardFrontAction(form: FormData): Promise<void> {
  await runAction({ form: 'live', act, schema: discardSchema }, form, async (input, { db, session, now }) => {
    const result = await discardFront(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'discarded' } : { ...result, object }
  })
}

export async function publishFrontAction(form: FormData): Promise<void> {
  await runAction({ form: 'live', act, schema: publishSchema }, form, async (input, { db, session, now }) => {
    const result = await publishFront(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'live' } : { ...result, object }
  })
}

export async function restoreFrontAction(form: FormData): Promise<void> {
  await runAction({ form: 'live', act, schema: restoreSchema }, form, async (input, { db, session, now }) => {
    const result = await restoreFront(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'restored' } : { ...result, object }
  })
}
