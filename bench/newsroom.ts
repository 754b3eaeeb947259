// npm run bench:newsroom [-- --articles 100000 --comments 1000000 --rounds 40]
// How fast the newsroom's lists are on a large site, signed in as an admin, and how SQLite goes about their queries. Exit 1
// with a line per list that took more than 200 ms (p95), or whose query reads a whole table or sorts what no index has
// sorted.
import { parseArgs } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { articleListPath } from '@/lib/articles/list-view'
import { recordDone } from '@/lib/audit/mutations'
import { authFor } from '@/lib/auth/better-auth'
import { headersFor } from '@/lib/auth/client'
import { newId } from '@/lib/auth/ids'
import { deskPath } from '@/lib/comments/desk-view'
import { type Database, openDatabase } from '@/lib/db'
import { redirectListPath, SORTS } from '@/lib/redirects/list-view'
import { explainNewsroom } from './newsroom-plans'
import { largeSite, serveSite } from './site'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { articles: option, comments: option, rounds: option } })
const size = { articles: Number(values.articles ?? 100_000), comments: Number(values.comments ?? 1_000_000) }
const rounds = Number(values.rounds ?? 40)
const MOST_MS = 200
const REDIRECTS = 100_000

const misses: string[] = []
const dataDir = largeSite(size)
const databaseUrl = `file:${process.cwd()}/${dataDir}/broadsheet.db`
// The session's hash is made with the site's secret.
process.env.DATA_DIR = dataDir
const world = await readyWorld()

console.log(`\nqueries of the newsroom’s lists, ${size.articles} articles, ${size.comments} comments`)
for (const { list, steps, faults } of await explainNewsroom(databaseUrl, world)) {
  console.log(`  ${list}`)
  for (const step of steps) console.log(`      ${step}`)
  for (const fault of faults) misses.push(`${list}: ${fault}`)
}

const site = await serveSite({ DATA_DIR: dataDir })
try {
  console.log('\nlists                                   p50        p95')
  for (const [name, paths] of Object.entries(listsOf())) {
    const times: number[] = []
    for (let round = -3; round < rounds; round++) {
      const path = paths[Math.max(0, round) % paths.length] ?? ''
      const began = performance.now()
      const answer = await fetch(site.url + path, { headers: { cookie: world.cookie }, redirect: 'manual' })
      await answer.arrayBuffer()
      if (round >= 0) times.push(performance.now() - began)
      if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
    const row = [name.padEnd(34), `${at(0.5).toFixed(1)} ms`.padStart(10), `${at(0.95).toFixed(1)} ms`.padStart(11)]
    console.log(`  ${row.join('')}`)
    if (!(at(0.95) <= MOST_MS)) misses.push(`${name}: p95 ${at(0.95).toFixed(1)} ms, ${MOST_MS} is the limit`)
  }
} finally {
  await site.stop()
}
if (misses.length) {
  console.error(`\nmissed\n${misses.map((miss) => `  ${miss}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nevery limit was kept')

function listsOf(): Record<string, string[]> {
  const { authorIds, categoryIds, commentIds, email } = world
  return {
    desk: ['/admin/'],
    'articles, all': [articleListPath({})],
    'articles, page 1000': [articleListPath({ page: Math.min(1000, Math.floor(size.articles / 50)) })],
    'articles, each view': ['mine', 'drafts', 'review', 'published', 'pages', 'trash'].map(
      (view) => `/admin/articles/?view=${view}`,
    ),
    'articles, by author': authorIds.map((authorId) => articleListPath({ authorId })),
    'articles, by category': categoryIds.map((categoryId) => articleListPath({ categoryId })),
    'articles, by language': ['en', 'ar', 'fa'].map((language) => articleListPath({ language })),
    'articles, every filter': authorIds.map((authorId, i) =>
      articleListPath({
        authorId,
        categoryId: categoryIds[i % categoryIds.length] ?? 1,
        language: 'en',
        status: 'PUBLISHED',
      }),
    ),
    'articles, common words': ['the', 'boat', 'the river', 'town council'].map((words) => articleListPath({ words })),
    'articles, rare words': world.words.map((words) => articleListPath({ words })),
    'articles, words and filters': authorIds.map((authorId) => articleListPath({ authorId, words: 'the' })),
    'comments, held': [deskPath({})],
    'comments, approved': [deskPath({ view: 'approved' }), deskPath({ view: 'approved', page: 1000 })],
    'comments, spam and trash': [deskPath({ view: 'spam' }), deskPath({ view: 'trash' })],
    'comments, one open': commentIds.map((id) => deskPath({ view: 'approved', id })),
    'comments, by a person': [deskPath({ view: 'approved', find: email })],
    'audit log': ['/admin/audit/', `/admin/audit/?before=${world.event}`],
    people: ['/admin/people/'],
    pages: ['/admin/pages/'],
    'redirects, each order': SORTS.flatMap((sort) =>
      [null, world.redirect].map((afterId) => redirectListPath({ words: '', sort, afterId })),
    ),
    'redirects, words': ['/old/99', 'article-7', 'nowhere'].map((words) =>
      redirectListPath({ words, sort: 'hits', afterId: null }),
    ),
  }
}

async function writeRedirects(db: Database): Promise<void> {
  const at = Date.now()
  for (let from = 0; from < REDIRECTS; from += 5_000) {
    const rows = Array.from({ length: 5_000 }, (_, i) => {
      const n = from + i
      const lastHitAt = n % 3 ? new Date(at - n * 1_000) : null
      const address = { fromPath: `/old/${n}/`, fromFolded: `/old/${n}`, toPath: `/article-${n % 1_000}/` }
      return { ...address, hits: n % 3 ? n % 997 : 0, lastHitAt }
    })
    await db.redirect.createMany({ data: rows })
  }
}

/** A session of an admin, some events, and what is asked for. */
async function readyWorld() {
  const db = await openDatabase(databaseUrl)
  const email = 'bench@broadsheet.invalid'
  const user =
    (await db.user.findUnique({ where: { email } })) ??
    (await db.user.create({ data: { id: newId(), name: 'Bench', email, role: 'ADMIN' } }))
  const { headers } = await authFor(db).api.signInProved({
    body: { userId: user.id },
    headers: headersFor({ address: '127.0.0.1', userAgent: 'bench', cookies: '' }),
    returnHeaders: true,
  })
  if ((await db.auditEvent.count({ take: 20_000 })) < 20_000) {
    const at = new Date()
    const actor = { id: user.id, name: 'Bench', address: '' }
    await db.$transaction(async (tx) => {
      for (let i = 0; i < 20_000; i++)
        await recordDone(tx, actor, { act: 'articles.publish', object: `article:${i}` }, at)
    })
  }
  if ((await db.redirect.count()) < REDIRECTS) await writeRedirects(db)
  await db.$disconnect()
  const raw = new BetterSqlite3(databaseUrl.slice('file:'.length), { readonly: true })
  const numbers = (sql: string) => raw.prepare(sql).pluck().all() as number[]
  const texts = (sql: string) => raw.prepare(sql).pluck().all() as string[]
  const found = {
    cookie: headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
    authorIds: numbers('SELECT id FROM Author ORDER BY id LIMIT 8'),
    categoryIds: numbers('SELECT id FROM Category ORDER BY id LIMIT 8'),
    commentIds: numbers(`SELECT id FROM Comment WHERE status = 'APPROVED' ORDER BY id DESC LIMIT 8`),
    email: texts('SELECT email FROM CommentSender ORDER BY commentId DESC LIMIT 1')[0] ?? '',
    words: texts('SELECT headline FROM Article ORDER BY id DESC LIMIT 8'),
    redirect: numbers('SELECT id FROM Redirect WHERE hits > 0 ORDER BY id LIMIT 1 OFFSET 50000')[0] ?? 0,
    event: numbers('SELECT max(id) - 10000 FROM AuditEvent')[0] ?? 0,
    viewer: { id: user.id, name: 'Bench', role: 'ADMIN' as const, authorId: null, address: '' },
  }
  raw.close()
  return found
}
