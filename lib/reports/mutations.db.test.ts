import { expect, test } from 'vitest'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'

const { report } = await import('@/lib/testing/reports')

const site = testDatabase()
const noon = new Date('2026-11-22T12:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

test('a report waits for an editor, and who sent it is kept apart', async () => {
  const articleId = await addArticle(site.db)
  const sent = { sentence: 'It left in 1984.', text: 'It was 1985.', email: 'Ned@Askew.example', address: '192.0.2.7' }
  const result = await report(site.db, articleId, noon, sent)
  const row = await site.db.errorReport.findFirstOrThrow({ where: { articleId }, include: { sender: true } })
  expect(result).toEqual({ ok: true, id: row.id })
  const { sender, ...said } = row
  expect(said).toMatchObject({ status: 'OPEN', sentence: 'It left in 1984.', text: 'It was 1985.', createdAt: noon })
  expect(JSON.stringify(said)).not.toMatch(/askew|192\.0/i)
  expect(sender).toMatchObject({ email: 'ned@askew.example', address: '192.0.2.7', userAgent: 'Browser' })
})

test.each(['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'WITHDRAWN'] as const)(
  'of an article that is %s nothing is reported, as of one that is not there',
  async (status) => {
    const articleId = await addArticle(site.db, { status })
    expect(await report(site.db, articleId, noon)).toEqual({ ok: false, reason: 'missing' })
    expect(await report(site.db, 999_999, noon)).toEqual({ ok: false, reason: 'missing' })
    expect(await site.db.errorReport.count({ where: { articleId } })).toBe(0)
  },
)

test('a report that is sent twice is one report', async () => {
  const articleId = await addArticle(site.db)
  const sent = { text: 'Twice.', email: 'two@askew.example', address: '192.0.2.8' }
  const first = await report(site.db, articleId, noon, sent)
  expect(await report(site.db, articleId, after(2), sent)).toEqual(first)
  expect(await report(site.db, articleId, after(9_000), sent)).toEqual(first)
  expect(await site.db.errorReport.count({ where: { articleId } })).toBe(1)
})

test('from one address, or with one e-mail address, they come no faster than comments', async () => {
  const articleId = await addArticle(site.db)
  const email = 'fast@askew.example'
  expect(await report(site.db, articleId, noon, { email, address: '192.0.2.9' })).toMatchObject({ ok: true })
  const flood = { ok: false, reason: 'flood' }
  expect(await report(site.db, articleId, after(14), { address: '192.0.2.9' })).toEqual(flood)
  expect(await report(site.db, articleId, after(14), { email: 'FAST@askew.example' })).toEqual(flood)
  expect(await report(site.db, articleId, after(15), { address: '192.0.2.9' })).toMatchObject({ ok: true })
})

test('whoever leaves no e-mail address holds up nobody else who leaves none', async () => {
  const articleId = await addArticle(site.db)
  expect(await report(site.db, articleId, noon)).toMatchObject({ ok: true })
  expect(await report(site.db, articleId, after(1))).toMatchObject({ ok: true })
})

test('what a machine sent goes aside, and a person who sends an old page is heard', async () => {
  const articleId = await addArticle(site.db)
  const linked = 'https://a.example https://b.example'
  await report(site.db, articleId, noon, { trapped: true, text: 'trapped' })
  await report(site.db, articleId, noon, { token: '', text: linked })
  await report(site.db, articleId, noon, { token: '', text: 'from an old page' })
  const rows = await site.db.errorReport.findMany({ where: { articleId }, orderBy: { id: 'asc' } })
  expect(rows.map(({ text, status, decidedByName }) => [text, status, decidedByName])).toEqual([
    ['trapped', 'DISMISSED', 'rule'],
    [linked, 'DISMISSED', 'rule'],
    ['from an old page', 'OPEN', null],
  ])
})
