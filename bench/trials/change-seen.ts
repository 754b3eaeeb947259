import { setTimeout as sleep } from 'node:timers/promises'
import { encodePath } from '@/lib/articles/paths'
import { moderateComments } from '@/lib/comments/mutations'
import type { Database } from '@/lib/db'
import { all, atMost, type Figure, median } from './figure'
import { hiddenFields, type PassingSite, reply, withDatabase, withoutFloodLimit, withSite } from './passing-site'

const TRIES = 200
const SAME_PROCESS_MS = 50
const OTHER_PROCESS_MS = 600
/** Replies are spread over so many articles. */
const ARTICLES = 20
const LOOK_EVERY_MS = 5
/** The site reads every 250 ms what others wrote; changes come at any moment between. */
const PAUSE_MS = 250

/** How long after a change its page shows it: a reply that the site took, and a verdict given by another process. */
export const changeSeen = (): Promise<Figure[]> =>
  withSite({}, (site) =>
    withDatabase(`file:${site.databaseFile}`, async (db) => [
      ...figures('a reply is seen after its 303', await tryReplies(site, db), SAME_PROCESS_MS),
      ...figures('a verdict of another process is seen', await tryVerdicts(site, db), OTHER_PROCESS_MS),
    ]),
  )

function figures(what: string, times: number[], limit: number): Figure[] {
  const worst = Math.max(...times)
  const said = `median ${median(times).toFixed(1)}, worst ${worst.toFixed(1)}`
  const inTime = times.filter((ms) => ms <= limit).length
  return [atMost(what, worst, limit, 'ms', said), all(`  within ${limit} ms`, inTime, TRIES)]
}

/** Replies of somebody known, which are published at once. */
async function tryReplies({ url }: PassingSite, db: Database): Promise<number[]> {
  await withoutFloodLimit(db)
  const known = await db.comment.findFirstOrThrow({
    where: { status: 'APPROVED', kind: 'COMMENT', sender: { email: { not: '' } } },
    select: { authorName: true, sender: { select: { email: true } } },
  })
  const writer = { author: known.authorName, email: known.sender?.email ?? '' }
  const articles = await db.article.findMany({
    where: { status: 'PUBLISHED', commentsOpen: true, locale: 'en' },
    orderBy: { commentCount: 'asc' },
    take: ARTICLES,
    select: { path: true },
  })
  const times: number[] = []
  for (let i = 0; i < TRIES; i++) {
    const page = url + encodePath(articles[i % articles.length]?.path ?? '')
    const hidden = hiddenFields(await (await fetch(page)).text())
    const words = `Number ${i} of the trial is seen.`
    const status = await reply(page, hidden, { ...writer, comment: words })
    if (status !== 303) throw new Error(`a reply was answered ${status}`)
    times.push(await untilSeen(page, (html) => html.includes(words)))
  }
  return times
}

/** An approved comment that is held and approved again from here. */
async function tryVerdicts({ url }: PassingSite, db: Database): Promise<number[]> {
  const { id, article } = await db.comment.findFirstOrThrow({
    where: { status: 'APPROVED', kind: 'COMMENT' },
    orderBy: { id: 'asc' },
    select: { id: true, article: { select: { path: true } } },
  })
  const page = url + encodePath(article.path)
  const times: number[] = []
  for (let i = 0; i < TRIES; i++) {
    const shown = i % 2 === 1
    await moderateComments(db, [id], shown ? 'approve' : 'hold', 'trial', new Date())
    times.push(await untilSeen(page, (html) => html.includes(`id="comment-${id}"`) === shown))
    await sleep(Math.random() * PAUSE_MS)
  }
  return times
}

/** Reads the page again and again; answers how many ms from now it is as it should be. */
async function untilSeen(page: string, isRight: (html: string) => boolean): Promise<number> {
  const began = performance.now()
  while (!isRight(await (await fetch(page)).text())) {
    if (performance.now() - began > 10_000) return Number.POSITIVE_INFINITY
    await sleep(LOOK_EVERY_MS)
  }
  return performance.now() - began
}
