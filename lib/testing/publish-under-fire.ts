import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { schedule } from '@/lib/articles/editing/publish-mutations'
import { isDatabaseAway } from '@/lib/database/busy'
import type { Database } from '@/lib/db'
import { Random } from '@/lib/seed/random'
import { startProcess } from './child'
import { ines, must, writeDraft } from './newsroom'

export type Fire = {
  articles: number
  overMs: number
  processes: number
  killEveryMs: number
  limitMs: number
  seed: number
}

export type Outcome = {
  kills: number
  published: number
  /** Articles that were published otherwise than once. */
  notOnce: number
  early: number
  latestMs: number
}

/** Between the order and the earliest moment that an article is due. */
const AHEAD_MS = 2_000

/**
 * Schedules articles, each for a moment of its own soon, while processes publish them and one after the other is killed
 * with −9, each time beginning another, until all are public or the limit is over.
 */
export async function publishUnderFire(db: Database, url: string, fire: Fire): Promise<Outcome> {
  const random = new Random(fire.seed)
  const children = new Set<ChildProcess>()
  const begin = async () => {
    const child = startProcess('lib/testing/publishing-process.ts', [url], fire.limitMs + 60_000)
    children.add(child)
    // One that ends before it is ready is another to shoot at, and the trial goes on without it.
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
  }
  let kills = 0
  let ended = false
  const shoot = async () => {
    while (!ended) {
      await sleep(random.below(2 * fire.killEveryMs))
      const victim = [...children][random.below(children.size)]
      if (!victim) continue
      children.delete(victim)
      await kill(victim)
      kills++
      await begin()
    }
  }
  let shooting = Promise.resolve()
  try {
    await Promise.all(Array.from({ length: fire.processes }, begin))
    shooting = shoot()
    const dueAt = await orderArticles(db, fire, random)
    // Ordering takes long on a busy machine, and what is ordered last has its time too.
    const givesUpAt = Date.now() + fire.limitMs
    while (Date.now() < givesUpAt && (await db.article.count({ where: { status: 'SCHEDULED' } })) > 0) await sleep(200)
    ended = true
    await shooting
    return { kills, ...(await outcomeOf(db, dueAt)) }
  } finally {
    ended = true
    await shooting
    await Promise.all([...children].map(kill))
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** When each article is due, by its id. */
async function orderArticles(db: Database, { articles, overMs }: Fire, random: Random): Promise<Map<number, number>> {
  const dueAt = new Map<number, number>()
  for (let i = 0; i < articles; i++) {
    const draft = await pressing(() => writeDraft(db, new Date()))
    const publishAt = new Date(Date.now() + AHEAD_MS + random.below(overMs))
    must(await pressing(() => schedule(db, { ...draft, publishAt }, ines, new Date())))
    dueAt.set(draft.id, publishAt.getTime())
  }
  return dueAt
}

const PRESSES = 10

/** On a machine that stands still somebody who waits for the lock is told that it took too long, and presses again. */
async function pressing<T>(work: () => Promise<T>): Promise<T> {
  for (let press = 1; ; press++) {
    try {
      return await work()
    } catch (error) {
      if (!isDatabaseAway(error) || press === PRESSES) throw error
    }
  }
}

async function outcomeOf(db: Database, dueAt: Map<number, number>): Promise<Omit<Outcome, 'kills'>> {
  const acts = await db.revision.findMany({ where: { why: 'publish' }, select: { articleId: true } })
  const times = new Map<number, number>()
  for (const { articleId } of acts) times.set(articleId, (times.get(articleId) ?? 0) + 1)
  const articles = await db.article.findMany({
    where: { id: { in: [...dueAt.keys()] }, status: 'PUBLISHED' },
    select: { id: true, updatedAt: true },
  })
  const lateness = articles.map(({ id, updatedAt }) => updatedAt.getTime() - (dueAt.get(id) ?? 0))
  return {
    published: articles.length,
    notOnce: [...dueAt.keys()].filter((id) => times.get(id) !== 1).length,
    early: lateness.filter((ms) => ms < 0).length,
    latestMs: lateness.reduce((most, ms) => Math.max(most, ms), 0),
  }
}
