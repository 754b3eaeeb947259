import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ArticleInput } from '@/lib/articles/input'
import { insertArticles, replaceArticle } from '@/lib/articles/mutations'
import { migrate } from '@/lib/database/migrator'
import { openDatabase } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { articleInput } from '@/lib/testing/article-input'
import { emptyDatabase } from '@/lib/testing/database'
import { testDatabase } from '@/lib/testing/test-database'
import { findArticles, getSearchPage } from './queries'
import { parseQuery } from './query'
import { rebuildSearch } from './rebuild-mutations'

// Search as readers see it, on whichever database the run is for. Each test has words of its own.

const shared = testDatabase()
const site = { timeZone: 'UTC', categories: new CategoryTree([]) }
const now = new Date('2026-11-24T12:00:00Z')

async function write(...inputs: Partial<ArticleInput>[]): Promise<number[]> {
  const { ids } = await transact(shared.db, (tx) => insertArticles(tx, inputs.map(articleInput), site))
  return ids
}

const rewrite = (id: number, input: Partial<ArticleInput>) =>
  transact(shared.db, (tx) => replaceArticle(tx, id, articleInput(input), site))

/** Headlines of what is found, best first. */
async function search(query: string): Promise<string[]> {
  const { articleIds } = await findArticles(shared.db, parseQuery(query), 0, 10)
  const rows = await shared.db.article.findMany({
    where: { id: { in: articleIds } },
    select: { id: true, headline: true },
  })
  return articleIds.map((id) => rows.find((row) => row.id === id)?.headline ?? `article ${id} is gone`)
}

const page = async (query: string, number = 1) =>
  getSearchPage(shared.db, query, number, await getSiteFacts(shared.db), now)

test('headline, dek, body, authors and tags are searched', async () => {
  const { id: authorId } = await shared.db.author.create({ data: { slug: 'ali', name: '‘Ali al-Bāqir' } })
  const { id: tagId } = await shared.db.tag.create({ data: { slug: 'oysters', name: 'Oysters' } })
  await write(
    { headline: 'Zephyr in the headline' },
    { headline: 'In the dek', dek: 'A zephyr.' },
    { headline: 'In the body', body: '<h2>One</h2><p>A <em>zephyr</em>.</p>' },
    { headline: 'By him', authorIds: [authorId] },
    { headline: 'With a tag', tagIds: [tagId] },
    { headline: 'By agencies', bylineOverride: 'Zephyr News' },
  )
  expect((await search('zephyr')).sort()).toEqual([
    'By agencies',
    'In the body',
    'In the dek',
    'Zephyr in the headline',
  ])
  expect(await search('Ali Baqir')).toEqual(['By him'])
  expect(await search('oyster')).toEqual(['With a tag'])
})

test('a word in the headline counts for more than several times in the body, and the dek stands between them', async () => {
  await write(
    { headline: 'Often in the body', body: '<p>Quokka, quokka, and once more a quokka.</p>' },
    { headline: 'Once in the dek', dek: 'On the quokka.', body: '<p>And once more.</p>' },
    { headline: 'A quokka', body: '<p>It is here, and once more.</p>' },
    { headline: 'Once in the body', body: '<p>Some other words and a quokka.</p>' },
  )
  expect(await search('quokka')).toEqual(['A quokka', 'Once in the dek', 'Often in the body', 'Once in the body'])
})

test('of equal matches the newest comes first', async () => {
  const at = (day: number) => new Date(Date.UTC(2020, 0, day))
  await write(
    { headline: 'Second', body: '<p>Narwhal.</p>', publishedAt: at(2) },
    { headline: 'Third', body: '<p>Narwhal.</p>', publishedAt: at(1) },
    { headline: 'First', body: '<p>Narwhal.</p>', publishedAt: at(3) },
  )
  expect(await search('narwhal')).toEqual(['First', 'Second', 'Third'])
})

test('every word must occur, wherever it stands', async () => {
  await write(
    { headline: 'Okapi', body: '<p>Marimba.</p>' },
    { headline: 'Okapi alone' },
    { headline: 'Marimba alone', body: '<p>Nothing else.</p>' },
  )
  expect(await search('okapi marimba')).toEqual(['Okapi'])
  expect(await search('okapi zither')).toEqual([])
})

test('words in quotation marks are found side by side alone, and not across two texts', async () => {
  await write(
    { headline: 'Phrase', body: '<p>The velvet harpoon was found.</p>' },
    { headline: 'Parted', body: '<p>A harpoon wrapped in velvet.</p>' },
    { headline: 'Ends with velvet', body: '<p>Harpoon begins it.</p>' },
  )
  expect(await search('"velvet harpoon"')).toEqual(['Phrase'])
  expect(await search('“velvet harpoons”')).toEqual(['Phrase'])
  expect(await search('velvet harpoon')).toHaveLength(3)
})

test('a minus leaves out what has the word or the phrase; with nothing else there is nothing to find', async () => {
  await write(
    { headline: 'Lantern', body: '<p>Copper lantern of gorseland.</p>' },
    { headline: 'Gorseland', body: '<p>Without light.</p>' },
    { headline: 'Gorseland lantern-maker' },
  )
  expect(await search('gorseland -lantern')).toEqual(['Gorseland'])
  expect((await search('gorseland -"copper lantern"')).sort()).toEqual(['Gorseland', 'Gorseland lantern-maker'])
  expect(await search('-gorseland')).toEqual([])
})

test('an English word is found in its other forms', async () => {
  await write({ headline: 'The bakers’ ferries were stopping' })
  for (const query of ['baker', 'bakers', 'ferry', 'ferries', 'stop', 'stopped']) {
    expect([query, await search(query)]).toEqual([query, ['The bakers’ ferries were stopping']])
  }
})

test.each([
  ['Latin accents', 'Škoda à Łódź, straße', ['skoda', 'lodz', 'strasse', 'ŠKODA']],
  ['apostrophes and ayn', 'Qur’an of ‘Abbas, o’clock', ['quran', "qur'an", 'abbas', 'ʿAbbas', 'oclock']],
  ['hyphens', 'E-mail of the co-operative', ['email', 'e-mail', 'e mail', 'cooperative', '"e-mail of"']],
  ['alef and hamza', 'أنباء إسراء آسيا مسؤول', ['انباء', 'أنباء', 'اسراء', 'اسيا', 'مسئول', 'مسوول']],
  ['ta marbuta, ya, kaf', 'مكتبة الركّاب على الرمى', ['مكتبه', 'مکتبه', 'الرکاب', 'رکاب', 'الرمي', 'الرمی']],
  ['harakat and tatweel', 'ثُلُثُ المـــراكب', ['ثلث', 'المراكب', 'ثلث المراكب']],
  ['article and particles', 'والمسافرون بالقطارات', ['المسافرين', 'مسافر', 'القطار', 'قطارات']],
  ['Arabic and Persian digits', 'الدقيقة ٧١ و۱٬۲۰۰ جملة', ['71', '٧١', '۷۱', '1200', '1,200']],
  ['the half space', 'پرنده‌شمار کتاب‌های تازه', ['پرنده‌شمار', 'پرندهشمار', 'پرنده شمار', 'کتابها', 'کتاب ها', 'کتاب‌ها']],
  ['joined plurals', 'قایقهای کهنه', ['قایق‌ها', 'قایق ها', 'قايقها', 'قایق', '"قایق های کهنه"']],
  ['verbs with می', 'قطار نمی‌ایستد', ['میایستد', 'می‌ایستد', 'می ایستد']],
  ['he with ye', 'سکونشینیِ خانۀ دوست', ['خانه‌ی دوست', 'خانه ی دوست', 'خانهٔ', '"خانه دوست"']],
])('%s: one spelling is found by the others', async (_, headline, queries) => {
  await write({ headline })
  for (const query of queries) expect([query, await search(query)]).toEqual([query, [headline]])
})

test('what is typed is words, never syntax', async () => {
  await write({ headline: 'Near or not 1' })
  for (const query of [
    '" OR 1 NEAR( * ^ col: {a b}:',
    '"',
    '*',
    'near*',
    "' & | ! <->",
    '\0',
    '\ud800',
    '(((',
    '-',
    'a:b',
  ]) {
    expect(await search(query)).toEqual(query === 'near*' ? ['Near or not 1'] : [])
  }
})

test('only what is published is in the index', async () => {
  const statuses = ['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'WITHDRAWN'] as const
  await write(...statuses.map((status) => ({ headline: `Secret ${status}`, body: '<p>Basilisk.</p>', status })))
  await write({ headline: 'About us', kind: 'PAGE', body: '<p>Basilisk.</p>' })
  expect(await findArticles(shared.db, parseQuery('basilisk'), 0, 10)).toMatchObject({ total: 1 })
  expect((await page('basilisk'))?.found.map(({ article }) => article.headline)).toEqual(['About us'])
})

test('should the index ever say more, nothing is drawn that is not published', async () => {
  const [id = 0] = await write({ headline: 'Cockatrice' })
  await shared.db.article.update({ where: { id }, data: { status: 'DRAFT' } })
  expect((await page('cockatrice'))?.found).toEqual([])
})

test('what is withdrawn or deleted is no longer found', async () => {
  const [withdrawn = 0, deleted = 0] = await write({ headline: 'Gryphon' }, { headline: 'Gryphon too' })
  await rewrite(withdrawn, { headline: 'Gryphon', status: 'WITHDRAWN' })
  await shared.db.article.delete({ where: { id: deleted } })
  expect(await search('gryphon')).toEqual([])
})

test('a changed article is found by its new words, its new date, and no more by its old ones', async () => {
  const [id = 0] = await write({ headline: 'Manticore', body: '<p>Old tapestry.</p>' }, { headline: 'Tapestry' })
  await rewrite(id, { headline: 'Chimera', body: '<p>New.</p>', publishedAt: new Date('2001-01-01T00:00:00Z') })
  expect(await search('chimera')).toEqual(['Chimera'])
  expect(await search('manticore')).toEqual([])
  expect(await search('tapestry')).toEqual(['Tapestry'])
})

test('an article longer than a book is written, and found by how it begins', async () => {
  const words = Array.from({ length: 150_000 }, (_, i) => `leviathan${i.toString(36)}`)
  await write({ headline: 'Long', body: `<p>${words.join(' ')}</p><p>${'東'.repeat(200_000)}</p>` })
  expect(await search('leviathan77 leviathan78')).toEqual(['Long'])
})

test('results come ten on a page; past the last there is none', async () => {
  await write(...Array.from({ length: 23 }, (_, i) => ({ headline: `Puffin ${i}` })))
  const [first, third, fourth] = [await page('puffin', 1), await page('puffin', 3), await page('puffin', 4)]
  expect(first).toMatchObject({ total: 23, many: false, page: 1, pages: 3 })
  expect(first?.found).toHaveLength(10)
  expect(third?.found).toHaveLength(3)
  expect(fourth).toBeNull()
  expect(await page('nothing-like-it')).toMatchObject({ total: 0, pages: 1, found: [] })
})

test('of more than 1,000 the newest come first, before them those with the word in the headline', async () => {
  const minute = (i: number) => new Date(Date.UTC(2010, 0, 1) + i * 60_000)
  for (let from = 0; from < 1_020; from += 60) {
    await write(
      ...Array.from({ length: 60 }, (_, i) => ({
        headline: (from + i) % 100 === 0 ? `Kraken ${from + i}` : `Other ${from + i}`,
        body: '<p>The kraken wakes.</p>',
        publishedAt: minute(from + i),
      })),
    )
  }
  expect(await page('kraken')).toMatchObject({ total: 1_000, many: true, pages: 100 })
  const headlines = async (number: number) =>
    (await page('kraken', number))?.found.map(({ article }) => article.headline)
  expect(await headlines(1)).toEqual([...[10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((i) => `Kraken ${i * 100}`)])
  expect(await headlines(2)).toEqual(['Kraken 0', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `Other ${1_020 - i}`)])
  expect(await headlines(100)).toHaveLength(10)
  expect(await page('kraken', 101)).toBeNull()
  expect((await page('kraken -wakes'))?.total).toBe(0)
})

test('articles from before the index are indexed by the next start, which goes on where it was interrupted', async () => {
  const { url, remove } = await emptyDatabase(shared.provider)
  await migrate(url, migrationsWithoutSearch())
  const db = await openDatabase(url)
  const columns = {
    locale: 'en',
    excerpt: '',
    body: '<p>A dodo.</p>',
    publishedAt: now,
    publishedDay: 20261124,
    updatedAt: now,
  }
  const old = (i: number) => ({ ...columns, path: `/${i}/`, pathFolded: `/${i}`, slug: `${i}`, headline: `Old ${i}` })
  await db.article.createMany({
    data: Array.from({ length: 45 }, (_, i) => ({ ...old(i), status: 'PUBLISHED' as const })),
  })
  await db.article.create({ data: old(99) })
  await migrate(url)
  const interrupted = rebuildSearch(db, () => {
    throw new Error('killed')
  })
  await expect(interrupted).rejects.toThrow('killed')
  const total = async () => (await findArticles(db, parseQuery('dodo'), 0, 10)).total
  expect(await total()).toBe(20)
  const reports: number[] = []
  await rebuildSearch(db, (done) => reports.push(done))
  expect([reports, await total()]).toEqual([[20, 25], 45])
  await rebuildSearch(db, () => expect.unreachable())
  await db.$disconnect()
  await remove()
})

/** A copy of the migrations as they were before search, and as later ones left everything else. */
function migrationsWithoutSearch(): string {
  const root = mkdtempSync(join(tmpdir(), 'broadsheet-migrations-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  cpSync('prisma/migrations', root, { recursive: true, filter: (path) => !path.endsWith('_search') })
  return root
}

test('a snippet shows the words where they stand, marked', async () => {
  await write({ headline: 'Ferry', body: '<p>One. Two.</p><p>Here the <b>wyvern</b> of the quay sleeps.</p>' })
  expect((await page('wyverns quay'))?.found.map(({ snippet }) => snippet)).toEqual([
    [
      { text: 'One. Two. Here the ', hit: false },
      { text: 'wyvern', hit: true },
      { text: ' of the ', hit: false },
      { text: 'quay', hit: true },
      { text: ' sleeps.', hit: false },
    ],
  ])
})
