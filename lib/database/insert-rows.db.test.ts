import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database'
import { insertRows, updateRows } from './insert-rows'
import { isUniqueViolation } from './violations'

const site = testDatabase()

const texts = [
  'plain',
  'it\'s "quoted" \\ and \n broken',
  'سلام ‌دنیا',
  '👩‍👩‍👧 🇮🇷',
  '',
  '{"a":1}',
  '%s $1 ?',
  'lone \ud800 half',
]
const row = (id: number, text: string) => ({
  kind: 'ARTICLE',
  status: 'PUBLISHED',
  path: `/insert-${id}/`,
  pathFolded: `/insert-${id}`,
  slug: `insert-${id}`,
  headline: text,
  kicker: null,
  excerpt: text,
  body: text,
  locale: 'en',
  commentsOpen: id % 2 === 0,
  publishedAt: new Date(`2026-11-22T06:30:00.${String(id).padStart(3, '0')}Z`),
  publishedDay: 20261122,
  createdAt: new Date('2019-03-31T01:30:00Z'),
  updatedAt: new Date('2026-11-22T06:30:00Z'),
  leadImage: id % 2 ? { src: '/a.jpg', alt: 'An "A"', width: 3 } : null,
  missingImages: id % 3 ? null : ['/a.jpg', '/ب.jpg'],
})

test('rows are read back by Prisma as they were given', async () => {
  const rows = texts.map((text, i) => row(i, text))
  await site.db.$transaction((tx) => insertRows(tx, 'Article', rows))
  const read = await site.db.article.findMany({
    where: { slug: { startsWith: 'insert-' } },
    orderBy: { publishedAt: 'asc' },
  })
  expect(read).toHaveLength(texts.length)
  for (const [i, given] of rows.entries()) {
    const { headline, ...others } = given
    expect(read[i]).toMatchObject({ ...others, excerpt: headline.toWellFormed(), body: headline.toWellFormed() })
  }
})

test('what has no place twice is refused as Prisma refuses it', async () => {
  await site.db.$transaction((tx) => insertRows(tx, 'Article', [row(100, 'first')]))
  const again = site.db.$transaction((tx) => insertRows(tx, 'Article', [row(101, 'new'), row(100, 'second')]))
  const error = await again.catch((thrown: unknown) => thrown)
  expect(isUniqueViolation(error)).toBe(true)
  expect(isUniqueViolation(new Error('no'))).toBe(false)
  expect(await site.db.article.count({ where: { slug: 'insert-101' } })).toBe(0)
})

test('nothing to insert is no statement', async () => {
  await site.db.$transaction((tx) => insertRows(tx, 'No such table', []))
})

test('rows are set by their key, each to its own, and no other row is', async () => {
  const rows = [200, 201, 202].map((id) => row(id, 'before'))
  await site.db.$transaction((tx) => insertRows(tx, 'Article', rows))
  const where = { slug: { in: rows.map(({ slug }) => slug) } }
  const select = {
    id: true,
    headline: true,
    kicker: true,
    revisedAt: true,
    commentsOpen: true,
    position: true,
  } as const
  const [first, second, third] = await site.db.article.findMany({ where, select, orderBy: { slug: 'asc' } })
  const revisedAt = new Date('2026-11-23T01:02:03.004Z')
  const wanted = [first, second].map((one, i) => ({
    ...{ id: one?.id ?? 0, headline: `it's "${i}"`, kicker: i ? null : 'Kicker', revisedAt: i ? revisedAt : null },
    ...{ commentsOpen: i === 0, position: i },
  }))
  await site.db.$transaction((tx) => updateRows(tx, 'Article', 'id', wanted))
  expect(await site.db.article.findMany({ where, select, orderBy: { slug: 'asc' } })).toEqual([...wanted, third])
})
