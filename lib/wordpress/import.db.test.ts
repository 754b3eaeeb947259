import { beforeAll, expect, test } from 'vitest'
import { getArticle } from '@/lib/articles/queries'
import { getSiteFacts } from '@/lib/site/facts'
import { listComments } from '@/lib/testing/comments'
import { dumpOf } from '@/lib/testing/dump'
import { importText } from '@/lib/testing/import-export'
import { newsroomExport } from '@/lib/testing/newsroom-export'
import { testDatabase } from '@/lib/testing/test-database'
import { SITE } from '@/lib/testing/wxr'
import type { ImportReport } from './report'

const site = testDatabase()
let report: ImportReport

beforeAll(async () => {
  report = await importText(site.url, newsroomExport())
})

const counts = (of: ImportReport, kind: string) => Object.fromEntries(of.tallies(kind))
const added = (times: number) => ({ added: times, changed: 0, unchanged: 0, 'left out': 0 })
const leftOut = (times: number) => ({ added: 0, changed: 0, unchanged: 0, 'left out': times })
const post = (sourceId: number) =>
  site.db.article.findUniqueOrThrow({
    where: { sourceSite_sourceId: { sourceSite: SITE, sourceId } },
    include: { bylines: { include: { author: true }, orderBy: { position: 'asc' } }, categories: true, tags: true },
  })
/** True where a reader who asks for the path is answered with an article. */
const isSeen = async (path: string) =>
  (await getArticle(site.db, path, await getSiteFacts(site.db), new Date())) !== null

test('counts in are counts out, per kind and status', async () => {
  expect(counts(report, 'post')).toEqual({
    'publish → PUBLISHED': added(3),
    'draft → DRAFT': added(1),
    'pending → IN_REVIEW': added(1),
    'future → SCHEDULED': added(1),
    'future → DRAFT': added(1),
    'private → DRAFT': added(1),
    'publish with password → DRAFT': added(1),
    'trash → DRAFT, trashed': added(1),
    'on-ice → DRAFT': added(1),
    'auto-draft → not imported': leftOut(1),
  })
  expect(counts(report, 'page')).toEqual({ 'publish → PUBLISHED': added(2) })
  expect(counts(report, 'product')).toEqual({ 'publish → not imported': leftOut(1) })
  expect(counts(report, 'comment')).toEqual({
    'comment 1 → APPROVED': added(5),
    'comment 0 → HELD': added(1),
    'comment spam → SPAM': added(1),
    'comment trash → TRASH': added(1),
    'comment post-trashed → TRASH': added(1),
    'pingback 1 → APPROVED': added(1),
    'trackback 0 → HELD': added(1),
    'note 1 → not imported': leftOut(1),
    'comment 1 → not imported': leftOut(1),
  })
  for (const [kind, number] of [
    ['category', 3],
    ['tag', 1],
    ['author', 2],
    ['attachment', 2],
  ] as const)
    expect([kind, counts(report, kind)]).toEqual([kind, { '': added(number) }])
  const { db } = site
  expect([
    await db.article.count({ where: { kind: 'ARTICLE' } }),
    await db.article.count({ where: { kind: 'PAGE' } }),
    await db.comment.count(),
    await db.category.count(),
    await db.tag.count(),
    await db.author.count(),
    await db.media.count(),
  ]).toEqual([11, 2, 11, 3, 1, 2, 2])
})

test.each([
  [1, 'PUBLISHED', 'publish'],
  [3, 'DRAFT', 'draft'],
  [4, 'IN_REVIEW', 'pending'],
  [5, 'SCHEDULED', 'future'],
  [6, 'DRAFT', 'future'],
  [7, 'DRAFT', 'private'],
  [8, 'DRAFT', 'publish'],
  [9, 'DRAFT', 'trash'],
  [12, 'DRAFT', 'on-ice'],
])('post %i is %s, and that it was “%s” is kept', async (id, status, original) => {
  const article = await post(id)
  expect(article.status).toBe(status)
  expect(article.sourceNotes).toMatchObject({ status: original, ...(id === 8 && { locked: true }) })
})

test('only what was published, without a password, is answered to readers', async () => {
  const articles = await site.db.article.findMany({
    where: { kind: 'ARTICLE' },
    select: { sourceId: true, path: true },
  })
  const seen: (number | null)[] = []
  for (const { sourceId, path } of articles) if (await isSeen(path)) seen.push(sourceId)
  expect(seen.sort()).toEqual([1, 11, 2])
  const { articles: inArchive } = await site.db.archive.findUniqueOrThrow({ where: { key: 'all' } })
  expect(inArchive).toBe(3)
  expect(await site.db.article.count({ where: { publishedAt: { not: null }, status: { not: 'PUBLISHED' } } })).toBe(0)
})

test('the check sees a leak: were the private post published, a reader would be answered', async () => {
  const { id, path, createdAt } = await post(7)
  const leak = { status: 'PUBLISHED', publishedAt: createdAt, publishedDay: 20240115 } as const
  await site.db.article.update({ where: { id }, data: leak })
  expect(await isSeen(path)).toBe(true)
  await site.db.article.update({ where: { id }, data: { status: 'DRAFT', publishedAt: null, publishedDay: null } })
  expect(await isSeen(path)).toBe(false)
})

test('guesses are told with their texts', () => {
  const lines = report.lines().join('\n')
  for (const line of [
    'scheduled for a moment that has passed: a draft, because nobody has read it since: 1 (Tide 6)',
    'private: a draft, which readers do not see either: 1 (Tide 7)',
    'publish with a password: a draft here, because there are no passwords: 1 (Tide 8)',
    'status “on-ice”: a draft, because nothing is known of it: 1 (Tide 12)',
    'Time zone Europe/Berlin: guessed',
  ])
    expect(lines).toContain(line)
})

test('moments are UTC, days the site’s, numbers and guids its own', async () => {
  expect(await post(1)).toMatchObject({ publishedAt: new Date('2024-01-15T09:00:00Z'), publishedDay: 20240115 })
  expect(await post(3)).toMatchObject({ publishedAt: null, createdAt: new Date('2024-01-15T09:00:00Z') })
  expect(await post(5)).toMatchObject({ publishAt: new Date('2030-05-01T10:00:00Z'), publishedAt: null })
  expect(await post(9)).toMatchObject({ trashedAt: new Date(1_706_000_000_000) })
  expect([(await post(2)).guid, (await post(11)).guid]).toEqual([`${SITE}/?p=2`, 'urn:tide:eleven'])
})

test('paths are kept exactly; a draft’s is made of pattern and slug, never of its number', async () => {
  expect((await post(11)).path).toBe('/odd/path/Without-Slash')
  expect((await post(2)).path).toBe('/مد-و-جزر/')
  expect((await post(3)).path).toBe('/tide-3/')
  expect((await post(9)).path).toBe('/tide-9/')
  expect(await site.db.article.count({ where: { path: { contains: '?' } } })).toBe(0)
  expect(await isSeen('/about/team/')).toBe(true)
})

test('an old slug leads to where the post lives', async () => {
  const redirects = await site.db.redirect.findMany({ select: { fromPath: true, toPath: true } })
  expect(redirects).toContainEqual({ fromPath: '/tide-one/', toPath: '/tide-1/' })
  // The others are by number, and pages of attachments.
  const others = redirects.filter(({ fromPath }) => !/^\/\?|^\/tide-5[01]\//.test(fromPath))
  expect(others).toHaveLength(1)
})

test('categories in their tree, one of them first; tags; authors in the order of the byline', async () => {
  const categories = await site.db.category.findMany({ orderBy: { path: 'asc' } })
  const [harbour, ferries] = categories
  expect(categories.map(({ path, name, parentId }) => [path, name, parentId])).toEqual([
    ['harbour', 'Harbour & port', null],
    ['harbour/ferries', 'Ferries', harbour?.id],
    ['news', 'News', null],
  ])
  const { primaryCategoryId, categories: filed, tags, bylines } = await post(1)
  expect([primaryCategoryId, filed.length, tags.length]).toEqual([ferries?.id, 2, 1])
  expect(bylines.map(({ author }) => `${author.slug} ${author.name}`)).toEqual(['jo Jo Falk', 'maren Maren Vos'])
})

test('attachments are references: an image of the site by its path, and told to be missing', async () => {
  const heron = '/wp-content/uploads/2024/01/heron.jpg'
  const media = await site.db.media.findMany({ orderBy: { sourceId: 'asc' } })
  expect(media.map(({ path, alt, storedAt }) => [path, alt, storedAt])).toEqual([
    [heron, 'A heron', null],
    ['/wp-content/uploads/gull.png', '', null],
  ])
  expect(await post(1)).toMatchObject({ leadImage: { src: heron, alt: 'A heron' }, missingImages: [heron] })
})

test('readers see approved comments in their threads; spam, trash and editors’ notes they never do', async () => {
  const { id, commentCount } = await post(1)
  const seen = await listComments(site.db, id)
  expect(seen.map((one) => [one.id, one.parentId, one.kind])).toEqual([
    [101, null, 'COMMENT'],
    [102, 101, 'COMMENT'],
    [104, 103, 'COMMENT'],
    [108, null, 'PINGBACK'],
    [111, null, 'COMMENT'],
  ])
  // Pingbacks stand apart and are not counted.
  expect(commentCount).toBe(4)
  expect(await site.db.comment.count({ where: { text: { contains: 'EDITORS ONLY' } } })).toBe(0)
  expect(report.lines().join('\n')).toContain(
    'comments answer one that is not imported; they stand higher up: 1 (#111)',
  )
})

test('who wrote a comment is kept apart, its own number is kept', async () => {
  const { sender, ...row } = await site.db.comment.findUniqueOrThrow({ where: { id: 101 }, include: { sender: true } })
  expect(sender).toMatchObject({ email: 'reader-101@ellerhaven.example', address: '192.0.2.7' })
  expect(JSON.stringify(row)).not.toContain('@')
})

test('menus are kept aside, the site’s name, language and zone are the export’s', async () => {
  const menus = await site.db.setting.findUniqueOrThrow({ where: { key: 'wordpress-menus' } })
  expect(menus.value).toMatchObject({ [SITE]: [{ slug: 'top', items: [{ id: 60, title: 'Home' }] }] })
  const { site: facts, footer } = await getSiteFacts(site.db)
  expect(facts).toMatchObject({
    name: 'Ellerhaven Post',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    pathPattern: '/%slug%/',
  })
  expect(footer.about).toEqual([{ title: 'Page about', path: '/about/' }])
})

test('a second run leaves an equal database and says so', async () => {
  const before = await dumpOf(site.db, site.provider)
  const second = await importText(site.url, newsroomExport())
  expect(await dumpOf(site.db, site.provider)).toEqual(before)
  for (const kind of ['post', 'page', 'comment', 'category', 'tag', 'author', 'attachment'])
    for (const [line, { added, changed, unchanged, 'left out': left }] of second.tallies(kind))
      expect([kind, line, added, changed, unchanged + left > 0]).toEqual([kind, line, 0, 0, true])
})

test('what has changed in the export is changed here; changed back, all is as it was', async () => {
  const before = await dumpOf(site.db, site.provider, { timeless: true })
  const fields = { title: 'High tide', 'content:encoded': 'Other words.', 'wp:status': 'private' }
  const changed = await importText(site.url, newsroomExport({ 11: { fields } }))
  expect(counts(changed, 'post')['private → DRAFT']).toEqual({ added: 0, changed: 1, unchanged: 1, 'left out': 0 })
  expect(counts(changed, 'post')['publish → PUBLISHED']).toEqual({ added: 0, changed: 0, unchanged: 2, 'left out': 0 })
  expect(await post(11)).toMatchObject({
    status: 'DRAFT',
    headline: 'High tide',
    body: '<p>Other words.</p>',
    publishedAt: null,
  })
  expect(await isSeen('/odd/path/Without-Slash')).toBe(false)
  expect((await site.db.archive.findUniqueOrThrow({ where: { key: 'all' } })).articles).toBe(2)
  await importText(site.url, newsroomExport())
  expect(await dumpOf(site.db, site.provider, { timeless: true })).toEqual(before)
})

test('what has appeared here since the export was made is not taken from readers by a later run', async () => {
  const { id } = await post(6)
  const appeared = {
    status: 'PUBLISHED',
    publishedAt: new Date('2025-05-01T10:00:00Z'),
    publishedDay: 20250501,
  } as const
  await site.db.article.update({ where: { id }, data: appeared })
  const dates = { 'wp:post_date_gmt': '2025-05-01 10:00:00', 'wp:post_date': '2025-05-01 12:00:00' }
  const fields = { 'wp:status': 'future', title: 'Another headline', ...dates }
  const later = await importText(site.url, newsroomExport({ 6: { fields } }))
  expect(await post(6)).toMatchObject(appeared)
  expect(later.lines().join('\n')).toContain('have appeared here since')
})
