import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/db'
import { emptyDatabase } from '@/lib/testing/database'
import { dumpOf } from '@/lib/testing/dump'
import { runImport, startImport } from '@/lib/testing/import-command'
import { comment, exportFile, item, SITE, type WxrPost, wxr } from '@/lib/testing/wxr'

const POSTS = 200
const STATUSES = ['publish', 'publish', 'publish', 'draft', 'pending', 'private', 'trash']

/** Posts that meet each other: slugs that are taken twice, threads, one with more comments than fit at once. */
function post(i: number): string {
  const id = i + 1
  const comments = Array.from({ length: id === 120 ? 130 : i % 3 }, (_, n) =>
    comment(id * 1_000 + n, { parent: n ? id * 1_000 + n - 1 : 0, ...(i % 9 === 8 && { id: 'none', parent: 0 }) }),
  )
  const status = STATUSES[i % STATUSES.length] ?? ''
  const slug = i % 5 ? `tide-${id}` : `tide-${Math.floor(i / 50)}`
  const one: WxrPost = {
    fields: {
      'wp:status': status,
      'wp:post_name': slug,
      link: status === 'publish' ? `${SITE}/${i % 5 ? slug : `${slug}/${id}`}/` : `${SITE}/?p=${id}`,
      'dc:creator': `author-${i % 40}`,
      'wp:post_type': i % 20 ? 'post' : 'page',
      'content:encoded': `Words of ${id}. `.repeat(50),
    },
    terms: [
      ['category', `area-${i % 6}`, `Area ${i % 6}`],
      ['post_tag', `tag-${i % 60}`, `Tag ${i % 60}`],
    ],
    meta: i % 11 ? [] : [['_wp_old_slug', `old-${id}`]],
    comments,
  }
  return item(id, one)
}

const attachments = Array.from({ length: 60 }, (_, i) =>
  item(5_000 + i, {
    fields: { 'wp:post_type': 'attachment', 'wp:attachment_url': `${SITE}/wp-content/uploads/${i % 50}.jpg` },
  }),
)
const authors = Array.from({ length: 40 }, (_, i) => ({ author_login: `author-${i}` }))
const file = exportFile(wxr({ authors, items: [...Array.from({ length: POSTS }, (_, i) => post(i)), ...attachments] }))

/** Rows that are there, as somebody beside the import sees them; none while there is no database. */
function countRows(url: string): number {
  const path = url.slice('file:'.length)
  if (!existsSync(path)) return 0
  const db = new BetterSqlite3(path, { readonly: true, timeout: 1_000 })
  try {
    const tables = db.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'CommentSender'`).pluck().get()
    if (!tables) return 0
    return db
      .prepare('SELECT (SELECT count(*) FROM Article) + (SELECT count(*) FROM Author) + (SELECT count(*) FROM Media)')
      .pluck()
      .get() as number
  } finally {
    db.close()
  }
}

/** Kills the command with −9 as soon as there are so many rows, and a few milliseconds later, wherever it then is. */
async function killAt(url: string, rows: number, afterMs: number): Promise<string> {
  const child = startImport(url, [file])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
  const exited = once(child, 'exit')
  while (countRows(url) < rows && child.exitCode === null) await sleep(5)
  await sleep(afterMs)
  child.kill('SIGKILL')
  const [code, signal] = await exited
  return signal ?? `ended with ${code}: ${said}`
}

async function dump(url: string): Promise<string[]> {
  const db = await openDatabase(url)
  const lines = await dumpOf(db, 'sqlite', { timeless: true })
  await db.$disconnect()
  return lines
}

test('killed with −9 at five random moments and run again, an import leaves what a straight one leaves', async () => {
  const [straight, killed] = [await emptyDatabase('sqlite'), await emptyDatabase('sqlite')]
  const straightRun = await runImport(straight.url, file)
  expect([straightRun.code, straightRun.complaint]).toEqual([0, ''])
  const all = countRows(straight.url)
  const moments: string[] = []
  for (let kill = 0; kill < 5; kill++) {
    const rows = Math.floor(((kill + Math.random()) / 5) * all)
    const afterMs = Math.random() * 20
    moments.push(`at ${rows} of ${all} rows and ${afterMs.toFixed(1)} ms`)
    expect([moments, await killAt(killed.url, rows, afterMs)]).toEqual([moments, 'SIGKILL'])
  }
  const last = await runImport(killed.url, file)
  expect([moments, last.code]).toEqual([moments, 0])
  expect(last.said).toContain('An earlier run was ended in the middle; this one goes on with it.')
  const [wanted, found] = [await dump(straight.url), new Set(await dump(killed.url))]
  expect([moments, wanted.filter((line) => !found.has(line)), found.size]).toEqual([moments, [], new Set(wanted).size])
  await straight.remove()
  await killed.remove()
}, 300_000)
