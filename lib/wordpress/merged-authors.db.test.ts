import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAuthor } from '@/lib/authors/change-mutations'
import { mergeAuthor } from '@/lib/authors/merge-mutations'
import { getSiteFacts } from '@/lib/site/facts'
import { dumpOf } from '@/lib/testing/dump'
import { importText } from '@/lib/testing/import-export'
import { ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { item, SITE, wxr } from '@/lib/testing/wxr'
import { findQueried } from './old-address-queries'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')

/** Of Maren, who signs as "m-vos" too, and of Jo; with another title the texts are changed. */
const exported = (title: string, base = SITE) =>
  wxr({
    channel: { 'wp:base_site_url': base, 'wp:base_blog_url': base },
    authors: [
      { author_id: 1, author_login: 'maren', author_display_name: 'Maren Vos' },
      { author_id: 2, author_login: 'm-vos', author_display_name: 'M. Vos' },
      { author_id: 3, author_login: 'jo', author_display_name: 'Jo Falk' },
    ],
    items: [
      item(1, { fields: { title, 'dc:creator': 'maren' } }),
      item(2, { fields: { title, 'dc:creator': 'm-vos' } }),
      item(3, {
        fields: { title, 'dc:creator': 'jo' },
        terms: [
          ['author', 'maren', 'Maren Vos'],
          ['author', 'm-vos', 'M. Vos'],
        ],
      }),
    ],
  })

const idOf = async (slug: string) => (await site.db.author.findUniqueOrThrow({ where: { slug } })).id
const slugs = async () => (await site.db.author.findMany({ orderBy: { slug: 'asc' } })).map(({ slug }) => slug)
const merge = async (slug: string, intoId: number) =>
  must(await mergeAuthor(site.db, { id: await idOf(slug), intoId }, ines, noon))
/** Who wrote each text of the export, by its number there. */
const bylines = async () => {
  const rows = await site.db.article.findMany({
    where: { sourceSite: SITE },
    orderBy: { sourceId: 'asc' },
    select: {
      headline: true,
      bylines: { orderBy: { position: 'asc' }, select: { author: { select: { slug: true } } } },
    },
  })
  return rows.map((row) => [row.headline, row.bylines.map(({ author }) => author.slug).join()])
}
const byNumber = async (id: number) =>
  findQueried(site.db, await getSiteFacts(site.db), { subject: { kind: 'author', id }, feed: null, page: 1 })

beforeEach(async () => {
  await importText(site.url, exported('Tide'))
})

afterEach(async () => {
  const { db } = site
  await db.redirect.deleteMany()
  await db.mergedTerm.deleteMany()
  await db.article.deleteMany()
  await db.archive.deleteMany()
  await db.author.deleteMany()
  await db.setting.deleteMany()
})

test('an imported author that was merged into another of the same site is not made again', async () => {
  await merge('m-vos', await idOf('maren'))
  const report = await importText(site.url, exported('Changed'))
  expect(await slugs()).toEqual(['jo', 'maren'])
  expect(report.tallies('author').get('')).toEqual({ added: 0, changed: 0, unchanged: 3, 'left out': 0 })
  // Of a text that named both there is one name left.
  expect(await bylines()).toEqual([
    ['Changed', 'maren'],
    ['Changed', 'maren'],
    ['Changed', 'maren'],
  ])
  expect([await byNumber(1), await byNumber(2)]).toEqual(['/author/maren/', '/author/maren/'])
  const before = await dumpOf(site.db, site.provider)
  await importText(site.url, exported('Changed'))
  expect(await dumpOf(site.db, site.provider)).toEqual(before)
})

test('merged on and on, each of them is found by the one that is left', async () => {
  const { id } = must(await createAuthor(site.db, { name: 'Maren of ours', slug: 'ours' }, ines, noon))
  await merge('m-vos', await idOf('maren'))
  await merge('maren', await idOf('jo'))
  await merge('jo', id)
  await importText(site.url, exported('Changed'))
  expect(await slugs()).toEqual(['ours'])
  expect(await bylines()).toEqual(Array(3).fill(['Changed', 'ours']))
  expect(await Promise.all([1, 2, 3].map(byNumber))).toEqual(Array(3).fill('/author/ours/'))
})

test('whoever has the same name on another site is somebody else', async () => {
  await merge('m-vos', await idOf('maren'))
  await importText(site.url, exported('Other', 'https://other.ellerhaven.example'))
  expect(await slugs()).toEqual(['jo', 'jo-2', 'm-vos', 'maren', 'maren-2'])
})
