import type { ArticleInput } from '@/lib/articles/input'
import { statusAfter, type Verb } from '@/lib/articles/lifecycle'
import type { Act, Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { cancelJob, enqueue } from '@/lib/jobs/mutations'
import { enqueueSentBack } from '@/lib/mail/mutations'
import { type Acting, act, holdVersion, type Seen, type Standing, writeAndKeep, writeHeld } from './act-mutations'
import { contentOf } from './content'
import { changesKey, publishKey, withdrawKey } from './job-keys'
import { type Done, type EditResult, type Refused, refuse } from './result'
import type { Saver } from './revision-mutations'
import { addressFacts, settleAddress } from './settle-mutations'
import { lifeFacts } from './stored-queries'

export function submit(db: Database, { note, ...seen }: Seen & { note?: string }, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.submit', now, { do: 'submit' }, async (acting, input) =>
    writeAndKeep(acting, input, actor, { why: 'submit', ...(note?.trim() && { note }) }),
  )
}

export function sendBack(db: Database, { note, ...seen }: Seen & { note: string }, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.sendBack', now, { do: 'sendBack', note }, async (acting, input) => {
    const done = await writeAndKeep(acting, input, actor, { why: 'sendBack', note })
    const { ownerId } = acting.article
    await enqueueSentBack(acting.tx, { id: seen.id, ownerId, authorIds: input.authorIds }, actor, now)
    return done
  })
}

export function publish(db: Database, seen: Seen, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.publish', now, { do: 'publish' }, async (acting, input) => {
    const done = await makePublic(acting, input, now, actor)
    if (done.ok) await cancelJob(acting.tx, publishKey(seen.id))
    return done
  })
}

export function schedule(db: Database, { publishAt, ...seen }: Seen & { publishAt: Date }, actor: Viewer, now: Date) {
  const verb = { do: 'schedule', publishAt } as const
  return live(db, seen, actor, 'articles.schedule', now, verb, async (acting, input) => {
    if (!input.headline.trim()) return refuse('headlineMissing')
    const addressed = await withAddress(acting, input, publishAt)
    if (!addressed.ok) return addressed
    const done = await writeAndKeep(acting, { ...addressed.input, publishAt }, actor, { why: 'schedule' })
    const payload = { articleId: seen.id, byId: actor.id, byName: actor.name }
    const order = { kind: 'article.publish', payload, runAt: publishAt, key: publishKey(seen.id) }
    await enqueue(acting.tx, order, now)
    return done
  })
}

export function unschedule(db: Database, seen: Seen, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.schedule', now, { do: 'unschedule' }, async (acting, input) => {
    const done = await writeAndKeep(acting, { ...input, publishAt: null }, actor, { why: 'unschedule' })
    await cancelJob(acting.tx, publishKey(seen.id))
    return done
  })
}

export function withdraw(db: Database, { notice, ...seen }: Seen & { notice: string }, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.withdraw', now, { do: 'withdraw', notice }, async (acting, input) => {
    const done = await takeDown(acting, input, notice, actor)
    await cancelJob(acting.tx, withdrawKey(seen.id))
    return done
  })
}

/** Takes it down at that moment; asked for again, at another. */
export function scheduleWithdrawal(
  db: Database,
  { withdrawAt, notice, ...seen }: Seen & { withdrawAt: Date; notice: string },
  actor: Viewer,
  now: Date,
) {
  const verb = { do: 'scheduleWithdrawal', withdrawAt, notice } as const
  return live(db, seen, actor, 'articles.withdraw', now, verb, async (acting, input) => {
    await holdVersion(acting.tx, acting.article)
    const done = await writeHeld(acting, input, { withdrawAt, withdrawalNotice: notice })
    const payload = { articleId: seen.id, byId: actor.id, byName: actor.name }
    const order = { kind: 'article.withdraw', payload, runAt: withdrawAt, key: withdrawKey(seen.id) }
    await enqueue(acting.tx, order, now)
    return done
  })
}

/** Takes back that it is to be withdrawn at a time. */
export function keepPublished(db: Database, seen: Seen, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.withdraw', now, { do: 'keep' }, async (acting, input) => {
    await holdVersion(acting.tx, acting.article)
    const done = await writeHeld(acting, input, { withdrawAt: null, withdrawalNotice: null })
    await cancelJob(acting.tx, withdrawKey(seen.id))
    return done
  })
}

export function trash(db: Database, seen: Seen, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.trash', now, { do: 'trash' }, async (acting, input) => {
    await holdVersion(acting.tx, acting.article)
    return writeHeld(acting, { ...input, trashedAt: now })
  })
}

export function restore(db: Database, seen: Seen, actor: Viewer, now: Date) {
  return live(db, seen, actor, 'articles.trash', now, { do: 'restore' }, async (acting, input) => {
    await holdVersion(acting.tx, acting.article)
    return writeHeld(acting, { ...input, trashedAt: null })
  })
}

/** An act of the lifecycle: `work` gets the article with the status that it leads to. */
function live(
  db: Database,
  seen: Seen,
  actor: Viewer,
  permission: Act,
  now: Date,
  verb: Verb,
  work: (acting: Acting, input: ArticleInput) => Promise<Done | Refused>,
): Promise<EditResult> {
  return act(db, seen, actor, permission, now, async (acting): Promise<EditResult> => {
    const next = statusAfter(lifeFacts(acting.article, now), verb)
    return next.ok ? work(acting, { ...acting.article.input, status: next.status }) : refuse(next.reason)
  })
}

/** Public from `since` on, which is not after now: a late clock does not date an article by its lateness. */
export async function makePublic(
  acting: Acting,
  input: ArticleInput,
  since: Date,
  saver: Saver,
): Promise<Done | Refused> {
  if (!input.headline.trim()) return refuse('headlineMissing')
  const addressed = await withAddress(acting, input, since)
  if (!addressed.ok) return addressed
  // What comes back after it was withdrawn keeps the date that readers know.
  const dates = input.publishedAt ? {} : { publishedAt: since, publishedDay: null }
  const standing: Standing = { withdrawnAt: null, withdrawalNotice: null }
  const written = { ...addressed.input, ...dates, publishAt: null }
  return writeAndKeep(acting, written, saver, { why: 'publish', standing })
}

/** Leaves a notice in its place. Changes that were to go live at a time wait again: there is nothing live to change. */
export async function takeDown(acting: Acting, input: ArticleInput, notice: string, saver: Saver): Promise<Done> {
  const standing = { withdrawnAt: acting.now, withdrawAt: null, withdrawalNotice: notice }
  const done = await writeAndKeep(acting, input, saver, { why: 'withdraw', note: notice, standing })
  await acting.tx.workingCopy.updateMany({ where: { articleId: acting.article.id }, data: { publishAt: null } })
  await cancelJob(acting.tx, changesKey(acting.article.id))
  return done
}

type Addressed = { ok: true; input: ArticleInput }

/** Where the day is part of the address, it is the day on which the article becomes public. */
async function withAddress(acting: Acting, input: ArticleInput, publicAt: Date): Promise<Addressed | Refused> {
  const content = contentOf(input)
  const settled = await settleAddress(acting, await addressFacts(acting, content), content, publicAt)
  return settled.ok ? { ok: true, input: { ...input, slug: settled.content.slug, path: settled.path } } : settled
}
