import { beforeAll, expect, test } from 'vitest'
import { moveAddress } from '@/lib/articles/editing/address-mutations'
import { onInvalidation, transact } from '@/lib/invalidation'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { createCategory } from '@/lib/taxonomy/category-mutations'
import { addArticle } from '@/lib/testing/articles'
import { actor, ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { exportRedirects, listRedirectLines } from './admin-queries'
import { addHits } from './hit-mutations'
import { importRedirects, lookThrough } from './import-mutations'
import { removeRedirect, saveRedirect } from './mutations'
import { findLead } from './queries'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const HERE = 'https://courier.example'

const save = (from: string, to: string, status = '301', id: number | null = null) =>
  saveRedirect(site.db, { id, from, to, status }, HERE, ines, now)
const write = async (from: string, to: string, status?: string) => must(await save(from, to, status))

/** "301 /where/" */
async function leadFrom(path: string): Promise<string | null> {
  const lead = await findLead({ db: site.db, facts: await getSiteFacts(site.db) }, path)
  return lead && (lead.status === 410 ? '410' : `${lead.status} ${lead.location}`)
}

beforeAll(async () => {
  for (const slug of ['home', 'boat', 'quay', 'mole']) await addArticle(site.db, { slug })
  await addArticle(site.db, { slug: 'unseen', status: 'DRAFT', publishedAt: null })
  const words = { name: 'Harbour', slug: '', description: '', locale: null }
  must(await createCategory(site.db, { ...words, parentId: null }, ines, now))
})

test('an old address leads where it was said, in whatever spelling it is asked for', async () => {
  await write('/Old-Boat/', '/boat')
  await write('/for-now/', 'https://Elsewhere.example/x?y=1', '302')
  await write('/sunk/', '', '410')
  await write('/look/', '/boat/?replytocom=3#reply')
  expect(await leadFrom('/old-boat')).toBe('301 /boat/')
  expect(await leadFrom('/for-now/')).toBe('302 https://elsewhere.example/x?y=1')
  expect(await leadFrom('/sunk/')).toBe('410')
  expect(await leadFrom('/look/')).toBe('301 /boat/?replytocom=3#reply')
})

test('nothing hides what lives at the address, and nothing leads to where nothing is', async () => {
  expect(await save('/BOAT', '/quay/')).toMatchObject({ ok: false, reason: 'living', about: '/boat/' })
  expect(await save('/boat/feed/', '/quay/')).toMatchObject({ reason: 'living' })
  expect(await save('/category/harbour/', '/quay/')).toMatchObject({ reason: 'living' })
  expect(await save('/category/none/', '/category/harbour/')).toMatchObject({ ok: true })
  expect(await save('/a/', '/nowhere/')).toMatchObject({ reason: 'toNowhere', about: '/nowhere/' })
  expect(await save('/a/', '/unseen/')).toMatchObject({ reason: 'toNowhere' })
  expect(await save('/a/', '/category/nowhere/')).toMatchObject({ reason: 'toNowhere' })
  expect(await save('/a/', '/sunk/')).toMatchObject({ reason: 'toGone' })
  expect(await save('/old-boat', '/quay/')).toMatchObject({ reason: 'exists' })
})

test('a chain is one hop, whichever end is written last', async () => {
  await write('/b1/', '/boat/')
  expect(await write('/b2/', '/b1/')).toMatchObject({ to: '/boat/' })
  await write('/c1/', '/quay/')
  await transact(site.db, (tx) => moveAddress(tx, '/c0/', '/c1/', now))
  const rows = await site.db.redirect.findMany({
    where: { fromPath: { in: ['/b2/', '/c0/'] } },
    select: { toPath: true },
  })
  expect(rows.map(({ toPath }) => toPath)).toContain('/boat/')
  // A redirect that a move wrote over what was there leads on by the next that is written.
  expect(await save('/c1/', '/mole/')).toMatchObject({ ok: true })
  expect([await leadFrom('/c0/'), await leadFrom('/c1/'), await leadFrom('/b2/')]).toEqual([
    '301 /mole/',
    '301 /mole/',
    '301 /boat/',
  ])
})

test('a circle is refused, by whatever way it would come about', async () => {
  await write('/r1/*', '/boat/')
  await site.db.redirect.create({ data: { fromPath: '/l1/', fromFolded: '/l1', toPath: '/l2/' } })
  expect(await save('/l2/', '/l1/')).toMatchObject({ reason: 'loop' })
  expect(await save('/p/*', '/p/q/*')).toMatchObject({ reason: 'loop' })
  await write('/m/*', '/n/*')
  expect(await save('/n/*', '/m/*')).toMatchObject({ reason: 'loop' })
  expect(await save('/n/x/', '/m/x/')).toMatchObject({ reason: 'loop' })
  // Written from outside it ends all the same.
  await site.db.redirect.create({ data: { fromPath: '/l2/', fromFolded: '/l2', toPath: '/l1/' } })
  expect([await leadFrom('/l1/'), await leadFrom('/l2/')]).toEqual([null, null])
})

test('patterns come after redirects of their own and lead in one hop; the longest beginning first', async () => {
  await write('/blog/*', '/home/')
  await write('/blog/2019/*', 'https://archive.example/2019/*')
  await write('/blog/2019/boat/', '/boat/')
  await write('/blog/gone/*', '', '410')
  expect(await leadFrom('/blog/2019/boat')).toBe('301 /boat/')
  expect(await leadFrom('/blog/2019/a b/c/')).toBe('301 https://archive.example/2019/a%20b/c/')
  expect(await leadFrom('/blog/gone/x/')).toBe('410')
  expect(await leadFrom('/Blog/x')).toBe('301 /home/')
  expect(await leadFrom('/blog/')).toBeNull()
  // What a pattern carries over is led on to its end.
  await write('/was/*', '/blog/*')
  expect(await leadFrom('/was/2019/boat/')).toBe('301 /boat/')
})

test('another in its place keeps the count; removed, nothing leads there', async () => {
  const { id } = await write('/counted/', '/boat/')
  await addHits(site.db, [{ id, hits: 3, lastHitAt: now }])
  await addHits(site.db, [
    { id, hits: 2, lastHitAt: new Date(now.getTime() + 1_000) },
    { id: 999_999, hits: 1, lastHitAt: now },
  ])
  expect(must(await save('/counted-too/', '/quay/', '302', id)).before).toEqual({
    from: '/counted/',
    to: '/boat/',
    status: '301',
  })
  const row = await site.db.redirect.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ fromPath: '/counted-too/', hits: 5, madeByName: 'Ines' })
  expect([await leadFrom('/counted/'), await leadFrom('/counted-too/')]).toEqual([null, '302 /quay/'])
  must(await removeRedirect(site.db, { id }, ines, now))
  expect(await leadFrom('/counted-too/')).toBeNull()
  expect(await removeRedirect(site.db, { id }, ines, now)).toMatchObject({ reason: 'gone' })
})

test('who may not writes none, and each change is in the log', async () => {
  const author = actor('Idris', 'AUTHOR')
  expect(await saveRedirect(site.db, { id: null, from: '/x/', to: '/boat/', status: '' }, HERE, author, now)).toEqual({
    ok: false,
    reason: 'forbidden',
  })
  expect(await lookThrough(site.db, { text: '/x/,/boat/', replaces: false, siteUrl: HERE }, author)).toMatchObject({
    reason: 'forbidden',
  })
  expect(exportRedirects(site.db, author)).toBeNull()
  const { id } = await write('/logged/', '/boat/')
  const event = await site.db.auditEvent.findFirst({ where: { object: `redirect:${id}` } })
  expect(event).toMatchObject({ act: 'redirects.edit', details: { did: 'new', from: '/logged/', to: '/boat/' } })
})

test('a page that said nothing is there, and one that led elsewhere, are made anew', async () => {
  const tagsAt = async (path: string) => {
    const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
    await runInPageContext(context, () => leadFrom(path))
    return context.tags
  }
  let heard = new Set<string>()
  onInvalidation((tags) => {
    for (const tag of tags) heard.add(tag)
  })
  const drops = async (tags: Set<string>, change: () => Promise<unknown>) => {
    heard = new Set()
    await change()
    return [...tags].some((tag) => heard.has(tag))
  }
  const [missing, other] = [await tagsAt('/kept-404/'), await tagsAt('/kept-other/')]
  let id = 0
  const add = async () => {
    id = (await write('/kept-404/', '/boat/')).id
  }
  expect(await drops(missing, add)).toBe(true)
  expect(await drops(other, () => save('/kept-404/', '/quay/', '301', id))).toBe(false)
  const led = await tagsAt('/kept-404/')
  expect(await drops(led, () => removeRedirect(site.db, { id }, ines, now))).toBe(true)
  expect(await drops(await tagsAt('/below/x/'), () => write('/below/*', '/boat/'))).toBe(true)
  // Where it leads has moved.
  const moving = await tagsAt('/old-boat/')
  expect(await drops(moving, () => transact(site.db, (tx) => moveAddress(tx, '/boat/', '/boat-2/', now)))).toBe(true)
  await transact(site.db, (tx) => moveAddress(tx, '/boat-2/', '/boat/', now))
})

const FILE = [
  'from,to,status',
  '/f1/,/boat/',
  '/f2/,/f1/,301',
  '/f3/,,410',
  '/f4/,/f9/,301',
  '/boat/,/quay/',
  '/f1/,/quay/',
  'https://other.example/x,/boat/',
  '/f5/*,/quay/',
  '/f6/,javascript:alert(1)',
  '/old-boat/,/quay/',
].join('\r\n')
const file = { text: FILE, replaces: false, siteUrl: HERE }

test('a file is looked through first: what would be written, and line by line what would not, and nothing is', async () => {
  const before = await site.db.redirect.count()
  const report = must(await lookThrough(site.db, file, ines))
  expect(report).toMatchObject({ added: 4, replaced: 0, same: 0 })
  expect(report.refused.map(({ number, reason }) => [number, reason])).toEqual([
    [5, 'toNowhere'],
    [6, 'living'],
    [7, 'twice'],
    [8, 'fromElsewhere'],
    [10, 'toWrong'],
    [11, 'exists'],
  ])
  expect(report.refused[0]).toMatchObject({ text: '/f4/,/f9/,301', about: '/f9/' })
  expect(await site.db.redirect.count()).toBe(before)
})

test('imported, the lines lead in one hop; again, nothing is written twice, and what is there may be replaced', async () => {
  expect(await importRedirects(site.db, file, ines, now)).toMatchObject({ added: 4, replaced: 0 })
  expect([await leadFrom('/f2/'), await leadFrom('/f3/'), await leadFrom('/f5/x')]).toEqual([
    '301 /boat/',
    '410',
    '301 /quay/',
  ])
  const stored = await site.db.redirect.findUniqueOrThrow({ where: { fromPath: '/f2/' } })
  expect(stored.toPath).toBe('/boat/')
  expect(await importRedirects(site.db, file, ines, now)).toMatchObject({ added: 0, replaced: 0, same: 4 })
  await addHits(site.db, [{ id: stored.id, hits: 7, lastHitAt: now }])
  const other = { ...file, text: '/f2/,/mole/,302', replaces: true }
  expect(await importRedirects(site.db, other, ines, now)).toMatchObject({ added: 0, replaced: 1 })
  expect(await site.db.redirect.findUnique({ where: { fromPath: '/f2/' } })).toMatchObject({ status: 302, hits: 7 })
})

test('what is downloaded can be looked through again, and is all there already', async () => {
  let text = ''
  for await (const piece of exportRedirects(site.db, ines) ?? []) text += piece
  const report = must(await lookThrough(site.db, { text, replaces: false, siteUrl: HERE }, ines))
  expect([report.added, report.replaced]).toEqual([0, 0])
  expect(report.same).toBeGreaterThan(10)
})

test('pages of the list follow each other without a gap in every order, and words find both ends', async () => {
  const all = await site.db.redirect.count()
  await site.db.redirect.createMany({
    data: Array.from({ length: 120 }, (_, at) => ({
      ...{ fromPath: `/many/${at}/`, fromFolded: `/many/${at}`, toPath: '/boat/', hits: at % 7 },
      lastHitAt: at % 7 ? new Date(now.getTime() + (at % 5) * 1_000) : null,
    })),
  })
  for (const sort of ['newest', 'from', 'hits', 'lastHit', 'unused'] as const) {
    const seen: number[] = []
    for (let afterId: number | null = null, more = true; more; ) {
      const page = await listRedirectLines(site.db, ines, { words: '/many/', sort, afterId })
      seen.push(...page.lines.map(({ id }) => id))
      more = page.more
      afterId = seen.at(-1) ?? null
      expect(page.all).toBe(all + 120)
    }
    const expected = sort === 'lastHit' ? 102 : sort === 'unused' ? 18 : 120
    expect([sort, seen.length, new Set(seen).size]).toEqual([sort, expected, expected])
  }
  const byTarget = await listRedirectLines(site.db, ines, { words: 'elsewhere.example', sort: 'newest', afterId: null })
  expect(byTarget.lines.map(({ fromPath }) => fromPath)).toEqual(['/for-now/'])
  expect(
    (await listRedirectLines(site.db, actor('Idris', 'AUTHOR'), { words: '', sort: 'hits', afterId: null })).all,
  ).toBe(0)
})
