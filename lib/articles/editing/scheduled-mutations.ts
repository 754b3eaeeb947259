import { z } from 'zod'
import { statusAfter } from '@/lib/articles/lifecycle'
import type { Tx } from '@/lib/db'
import { jobKind } from '@/lib/jobs/kind'
import { enqueue } from '@/lib/jobs/mutations'
import type { Acting } from './act-mutations'
import { makeChangesPublic, readCopy } from './copy-mutations'
import { publishKey } from './job-keys'
import { makePublic, takeDown } from './publish-mutations'
import { lifeFacts, readEditingSite, readStored } from './stored-queries'

/** Whoever set the time does it, also when the time has come. */
const payload = z.object({ articleId: z.number().int(), byId: z.string(), byName: z.string() })
type Payload = z.infer<typeof payload>

const saverOf = ({ byId, byName }: Payload) => ({ id: byId, name: byName })

/** At its time an article becomes public; nothing where somebody has taken it off the clock. */
export const publishOnTime = jobKind({
  payload,
  async finish(tx, job, now) {
    const acting = await begin(tx, job, now)
    if (acting?.article.input.status !== 'SCHEDULED') return
    const { article } = acting
    const next = statusAfter(lifeFacts(article, now), { do: 'publishOnTime' })
    // Such a job is tried again, and is seen: it was told to do what must not be done.
    if (!next.ok) throw new Error(`article ${article.id} is not published: ${next.reason}`)
    const input = { ...article.input, status: next.status }
    const done = await makePublic(acting, input, article.input.publishAt ?? now, saverOf(job))
    if (!done.ok) throw new Error(`article ${article.id} is not published: ${done.reason}`)
  },
})

/** At its time a live article is taken down. */
export const withdrawOnTime = jobKind({
  payload,
  async finish(tx, job, now) {
    const acting = await begin(tx, job, now)
    const { withdrawAt, withdrawalNotice } = acting?.article ?? {}
    if (!acting || !withdrawAt || withdrawAt > now) return
    const notice = withdrawalNotice ?? ''
    const next = statusAfter(lifeFacts(acting.article, now), { do: 'withdraw', notice })
    if (next.ok) await takeDown(acting, { ...acting.article.input, status: next.status }, notice, saverOf(job))
  },
})

/** At its time the working copy of a live article becomes what readers see. */
export const publishChangesOnTime = jobKind({
  payload,
  async finish(tx, job, now) {
    const acting = await begin(tx, job, now)
    const copy = acting && (await readCopy(tx, acting.article.id))
    if (!acting || !copy?.publishAt || copy.publishAt > now) return
    const done = await makeChangesPublic(acting, copy, saverOf(job))
    if (!done.ok) throw new Error(`changes of article ${acting.article.id} are not published: ${done.reason}`)
  },
})

async function begin(tx: Tx, { articleId }: Payload, now: Date): Promise<Acting | null> {
  const article = await readStored(tx, articleId)
  return article && { tx, article, site: await readEditingSite(tx), now }
}

/** For what came here scheduled, from an import for one: asks for the job that no act in the newsroom asked for. */
export async function enqueueScheduled(tx: Tx, _payload: object, now: Date): Promise<void> {
  const articles = await tx.article.findMany({
    where: { status: 'SCHEDULED', publishAt: { not: null }, trashedAt: null },
    select: { id: true, publishAt: true },
  })
  const jobs = await tx.job.findMany({
    where: { kind: 'article.publish', finishedAt: null },
    select: { uniqueKey: true },
  })
  const asked = new Set(jobs.map(({ uniqueKey }) => uniqueKey))
  for (const { id, publishAt } of articles) {
    const key = publishKey(id)
    if (!publishAt || asked.has(key)) continue
    const payload = { articleId: id, byId: '', byName: '' }
    await enqueue(tx, { kind: 'article.publish', payload, runAt: publishAt, key }, now)
  }
}
