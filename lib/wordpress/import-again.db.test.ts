import { afterEach, beforeEach, expect, test } from 'vitest'
import { findMovedArchive } from '@/lib/archives/moved-queries'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { createCategory, deleteCategory, editCategory } from '@/lib/taxonomy/category-mutations'
import { mergeCategory, placeCategory } from '@/lib/taxonomy/move-mutations'
import { createTag, deleteTag, editTag, mergeTag } from '@/lib/taxonomy/tag-change-mutations'
import { dumpOf } from '@/lib/testing/dump'
import { importText } from '@/lib/testing/import-export'
import { ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { item, SITE, wxr } from '@/lib/testing/wxr'
import { findQueried } from './old-address-queries'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')

type Listed = { slug: string; id: number; parent?: string }
const CATEGORIES: Listed[] = [
  { slug: 'harbour', id: 1 },
  { slug: 'ferries', id: 2, parent: 'harbour' },
  { slug: 'news', id: 3 },
  { slug: 'empty', id: 4 },
]
const TAGS: Listed[] = [
  { slug: 'tide', id: 11 },
  { slug: 'fog', id: 12 },
  { slug: 'idle', id: 13 },
]

/** An export in which all of `ids` are filed in the ferries and have the tide; with another title they are changed. */
const exported = (title: string, ids = [1, 2], categories = CATEGORIES, tags = TAGS, base = SITE) =>
  wxr({
    channel: { 'wp:base_site_url': base, 'wp:base_blog_url': base },
    categories: categories.map(({ slug, id, parent = '' }) => ({
      term_id: id,
      category_nicename: slug,
      category_parent: parent,
      cat_name: slug,
      category_description: `All about ${slug}`,
    })),
    tags: tags.map(({ slug, id }) => ({ term_id: id, tag_slug: slug, tag_name: slug, tag_description: `Of ${slug}` })),
    items: ids.map((id) =>
      item(id, {
        fields: { title: `${title} ${id}` },
        terms: [
          ['category', 'ferries', 'Ferries'],
          ['post_tag', 'tide', 'Tide'],
        ],
      }),
    ),
  })

const again = (xml = exported('Changed', [1, 2, 3])) => importText(site.url, xml)
const category = (path: string) => site.db.category.findUniqueOrThrow({ where: { path } })
const tag = (slug: string) => site.db.tag.findUniqueOrThrow({ where: { slug } })
const paths = async () => (await site.db.category.findMany({ orderBy: { path: 'asc' } })).map(({ path }) => path)
const slugs = async () => (await site.db.tag.findMany({ orderBy: { slug: 'asc' } })).map((one) => one.slug)
const leads = (path: string) => findMovedArchive(site.db, path)
/** Where "/?cat=2" leads. */
const byNumber = async (id: number) =>
  findQueried(site.db, await getSiteFacts(site.db), { subject: { kind: 'category', id }, feed: null, page: 1 })
const words = { name: 'Port', slug: 'port', description: '', locale: null }

/** Where everything of the export is filed. */
async function filed(db: Database) {
  const rows = await db.article.findMany({
    orderBy: { sourceId: 'asc' },
    select: {
      headline: true,
      primaryCategory: { select: { path: true } },
      categories: { select: { category: { select: { path: true } } } },
      tags: { select: { tag: { select: { slug: true } } } },
    },
  })
  return rows.map(({ headline, primaryCategory, categories, tags }) => [
    headline,
    primaryCategory?.path,
    categories.map((one) => one.category.path).join(),
    tags.map((one) => one.tag.slug).join(),
  ])
}
const allIn = (path: string, slug: string) => [1, 2, 3].map((id) => [`Changed ${id}`, path, path, slug])

beforeEach(async () => {
  await importText(site.url, exported('Tide'))
})

/** Each test begins with an empty site. */
afterEach(async () => {
  const { db } = site
  await db.redirect.deleteMany()
  await db.mergedTerm.deleteMany()
  await db.article.deleteMany()
  while ((await db.category.deleteMany({ where: { children: { none: {} } } })).count);
  await db.tag.deleteMany()
  await db.archive.deleteMany()
  await db.setting.deleteMany()
})

/** A run after that changes nothing more. */
async function staysEqual(xml?: string) {
  const before = await dumpOf(site.db, site.provider)
  await again(xml)
  expect(await dumpOf(site.db, site.provider)).toEqual(before)
}

test('a renamed category keeps its name, and what is imported now is filed in it', async () => {
  must(await editCategory(site.db, { id: (await category('harbour')).id, ...words }, ines, noon))
  const report = await again()
  expect(await paths()).toEqual(['empty', 'news', 'port', 'port/ferries'])
  expect(await category('port')).toMatchObject({ name: 'Port', description: '', wordpressId: 1 })
  expect(await leads('/category/harbour/')).toBe('/category/port/')
  expect(await leads('/category/harbour/ferries/')).toBe('/category/port/ferries/')
  expect(await filed(site.db)).toEqual(allIn('port/ferries', 'tide'))
  expect(report.tallies('category').get('')).toEqual({ added: 0, changed: 0, unchanged: 4, 'left out': 0 })
  expect(report.lines().join('\n')).toContain('merged; they stay so: 2 (/category/harbour/ → /category/port/, ')
  await staysEqual()
})

test('a moved category stays where it was put', async () => {
  const place = { id: (await category('harbour/ferries')).id, parentId: (await category('news')).id, beforeId: null }
  must(await placeCategory(site.db, place, ines, noon))
  await again()
  expect(await paths()).toEqual(['empty', 'harbour', 'news', 'news/ferries'])
  expect(await leads('/category/harbour/ferries/')).toBe('/category/news/ferries/')
  expect(await filed(site.db)).toEqual(allIn('news/ferries', 'tide'))
  await staysEqual()
})

test.each(['harbour', 'news'])('merged into %s a category is not made again', async (into) => {
  const merge = { id: (await category('harbour/ferries')).id, intoId: (await category(into)).id }
  must(await mergeCategory(site.db, merge, ines, noon))
  await again()
  expect(await paths()).toEqual(['empty', 'harbour', 'news'])
  expect(await leads('/category/harbour/ferries/')).toBe(`/category/${into}/`)
  expect(await byNumber(2)).toBe(`/category/${into}/`)
  expect(await filed(site.db)).toEqual(allIn(into, 'tide'))
  await staysEqual()
})

test('merged into one that was made here, which keeps the number it has here', async () => {
  const { id: intoId } = must(await createCategory(site.db, { ...words, parentId: null }, ines, noon))
  must(await mergeCategory(site.db, { id: (await category('harbour/ferries')).id, intoId }, ines, noon))
  await again()
  expect(await category('port')).toMatchObject({ wordpressId: null, description: '' })
  expect(await filed(site.db)).toEqual(allIn('port', 'tide'))
})

test('a renamed tag keeps its name and number, a merged one is not made again', async () => {
  must(await editTag(site.db, { ...words, id: (await tag('tide')).id, slug: 'ebb' }, ines, noon))
  const merge = { id: (await tag('fog')).id, intoId: (await tag('idle')).id }
  must(await mergeTag(site.db, merge, ines, noon))
  await again()
  expect(await slugs()).toEqual(['ebb', 'idle'])
  expect(await tag('ebb')).toMatchObject({ name: 'Port', description: '', wordpressId: 11 })
  expect(await leads('/tag/tide/')).toBe('/tag/ebb/')
  expect(await leads('/tag/fog/')).toBe('/tag/idle/')
  expect(await filed(site.db)).toEqual(allIn('harbour/ferries', 'ebb'))
  await staysEqual()
})

test('what has a merged tag in the export gets the one that is left', async () => {
  const { id: intoId } = must(await createTag(site.db, { ...words, slug: 'ebb' }, ines, noon))
  must(await mergeTag(site.db, { id: (await tag('tide')).id, intoId }, ines, noon))
  await again()
  expect(await slugs()).toEqual(['ebb', 'fog', 'idle'])
  expect(await tag('ebb')).toMatchObject({ name: 'Port', wordpressId: null })
  expect(await leads('/tag/tide/')).toBe('/tag/ebb/')
  expect(await filed(site.db)).toEqual(allIn('harbour/ferries', 'ebb'))
})

test('spelled otherwise, which no redirect tells, it is known by its number', async () => {
  const { id } = await category('news')
  await site.db.category.update({ where: { id }, data: { path: 'News', slug: 'News' } })
  await site.db.tag.update({ where: { slug: 'fog' }, data: { slug: 'Fog' } })
  await again()
  expect((await paths()).toSorted()).toEqual(['News', 'empty', 'harbour', 'harbour/ferries'])
  expect((await slugs()).toSorted()).toEqual(['Fog', 'idle', 'tide'])
  expect([await leads('/category/news/'), await leads('/tag/fog/')]).toEqual([null, null])
})

test('renamed in WordPress it stays what it is here, and its new address there leads to it', async () => {
  const renamed = CATEGORIES.map((one) => (one.slug === 'news' ? { ...one, slug: 'reports' } : one))
  const tags = TAGS.map((one) => (one.slug === 'fog' ? { ...one, slug: 'mist' } : one))
  const xml = exported('Changed', [1, 2, 3], renamed, tags)
  await again(xml)
  expect([await paths(), await slugs()]).toEqual([
    ['empty', 'harbour', 'harbour/ferries', 'news'],
    ['fog', 'idle', 'tide'],
  ])
  expect(await leads('/category/reports/')).toBe('/category/news/')
  expect(await leads('/tag/mist/')).toBe('/tag/fog/')
  await staysEqual(xml)
})

test('a new category stands below what its parent is here, at an address that its own there leads to', async () => {
  const merge = { id: (await category('harbour/ferries')).id, intoId: (await category('news')).id }
  must(await mergeCategory(site.db, merge, ines, noon))
  const xml = exported('Changed', [1], [...CATEGORIES, { slug: 'night', id: 20, parent: 'ferries' }])
  await again(xml)
  expect(await category('news/night')).toMatchObject({ parentId: merge.intoId, wordpressId: 20 })
  expect(await leads('/category/harbour/ferries/night/')).toBe('/category/news/night/')
  expect(await byNumber(20)).toBe('/category/news/night/')
  await staysEqual(xml)
})

test('what was deleted here is made again, and the report says so', async () => {
  must(await deleteCategory(site.db, { id: (await category('empty')).id }, ines, noon))
  must(await deleteTag(site.db, { id: (await tag('idle')).id }, ines, noon))
  const report = await again()
  expect([await paths(), await slugs()]).toEqual([
    ['empty', 'harbour', 'harbour/ferries', 'news'],
    ['fog', 'idle', 'tide'],
  ])
  expect(report.lines().join('\n')).toContain('deleted here; they are made: 2 (/category/empty/, /tag/idle/)')
})

test('a number of another site is nobody’s here', async () => {
  const other = 'https://other.ellerhaven.example'
  const sailing = [
    { slug: 'ferries', id: 1 },
    { slug: 'sailing', id: 3 },
    { slug: 'races', id: 40 },
  ]
  const rain = [{ slug: 'rain', id: 12 }]
  await again(exported('Other', [1], sailing, rain, other))
  expect(await paths()).toEqual(['empty', 'ferries', 'harbour', 'harbour/ferries', 'news', 'races', 'sailing'])
  expect(await slugs()).toEqual(['fog', 'idle', 'rain', 'tide'])
  // And the other way round: the first site's new one has a number that the second's has here.
  await again(exported('Changed', [1], [...CATEGORIES, { slug: 'cranes', id: 40 }]))
  expect(await paths()).toContain('cranes')
})
