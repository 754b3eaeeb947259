import { beforeAll, expect, test } from 'vitest'
import { addAuthors } from '@/lib/authors/mutations'
import { insertComments, nextCommentId, showComments } from '@/lib/comments/mutations'
import { transact } from '@/lib/invalidation'
import { addMedia } from '@/lib/media/mutations'
import { getSiteFacts } from '@/lib/site/facts'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { restAnswer } from './answer-queries'
import { OWN_NUMBERS } from './numbers'

const site = testDatabase()
const SITE = 'https://news.example'
const OLD = 'https://old.example'
const noon = new Date('2026-11-22T12:00:00Z')
const own = (id: number) => OWN_NUMBERS + id
const known = { maren: 0, first: 0, second: 0 }

const file = (path: string, source: { site: string; id: number } | null) => ({
  ...{ path, mimeType: 'image/jpeg', alt: '', caption: '', credit: '', width: 3, height: 2 },
  ...{ storedAt: noon, createdAt: noon, sourceUrl: null, source },
})

beforeAll(async () => {
  const { db } = site
  await db.setting.create({ data: { key: `import ${OLD}`, value: { first: true } } })
  await transact(db, async (tx) => {
    ;[known.maren = 0] = await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }])
    await addMedia(tx, [file('/media/came.jpg', { site: OLD, id: 441 }), file('/media/own.jpg', null)])
  })
  const boat = await addArticle(db, { slug: 'boat', authorIds: [known.maren] })
  await addArticle(db, { slug: 'qarib', locale: 'ar', authorIds: [known.maren] })
  await addArticle(db, { slug: 'bahr', locale: 'ar', publishedAt: new Date('2019-03-05T08:00:00Z') })
  await addArticle(db, { slug: 'about', kind: 'PAGE', locale: 'fa-IR' })
  await db.media.updateMany({ data: { articleId: boat } })
  const words = { authorName: 'R.', authorUrl: null, text: 'Hear.', email: '', address: '', userAgent: '' }
  const rest = { parentId: null, kind: 'COMMENT', status: 'APPROVED', moderatedBy: null, source: null } as const
  await transact(db, async (tx) => {
    known.first = await nextCommentId(tx)
    known.second = known.first + 1
    const later = new Date(noon.getTime() + 3_600_000)
    await insertComments(tx, [
      { id: known.first, articleId: boat, createdAt: noon, ...words, ...rest },
      { id: known.second, articleId: boat, createdAt: later, ...words, ...rest },
    ])
    await showComments(tx, boat)
  })
})

async function items(asked: string): Promise<Record<string, unknown>[]> {
  const start = { db: site.db, facts: await getSiteFacts(site.db), siteUrl: SITE, now: noon }
  const { pathname, searchParams } = new URL(`/wp-json/wp/v2/${asked}`, SITE)
  const { body, headers } = await restAnswer(start, pathname, searchParams)
  const all = body as Record<string, unknown>[]
  expect([asked, headers?.['x-wp-total']]).toEqual([asked, String(all.length)])
  return all
}

test.each([
  ['posts?lang=ar', ['qarib', 'bahr']],
  ['posts?lang=AR&order=asc', ['bahr', 'qarib']],
  ['posts?lang=fa', []],
  ['posts?lang=', ['qarib', 'boat', 'bahr']],
  [() => `posts?lang=ar&author=${own(known.maren)}`, ['qarib']],
  ['posts?lang=ar&after=2026-01-01', ['qarib']],
  ['posts?lang=ar&orderby=id', ['bahr', 'qarib']],
  ['pages?lang=fa-ir', ['about']],
  ['pages?lang=ar', []],
])('in one language, as Polylang and WPML ask: %s', async (asked, slugs) => {
  const found = await items(typeof asked === 'string' ? asked : asked())
  expect(found.map(({ slug }) => slug)).toEqual(slugs)
})

test.each([
  ['after=2026-11-22T12:00:00', () => [known.second]],
  ['after=2026-11-22T11:59:59&order=asc', () => [known.first, known.second]],
  ['before=2026-11-22T13:00:00', () => [known.first]],
  [() => `exclude=${known.first}`, () => [known.second]],
  [() => `include=${known.first},${known.second}&exclude=${known.second}`, () => [known.first]],
])('comments of some time, and without some: %s', async (query, expected) => {
  const found = await items(`comments?${typeof query === 'string' ? query : query()}`)
  expect(found.map(({ id }) => id)).toEqual(expected())
})

test('files without some: what was uploaded here is not what came from WordPress', async () => {
  const names = async (query: string) => (await items(`media${query}`)).map(({ slug }) => slug)
  expect(await names('')).toEqual(['own', 'came'])
  expect(await names('?exclude=441')).toEqual(['own'])
  const [uploaded] = await site.db.media.findMany({ where: { path: '/media/own.jpg' }, select: { id: true } })
  expect(await names(`?exclude=${own(uploaded?.id ?? 0)}`)).toEqual(['came'])
})
