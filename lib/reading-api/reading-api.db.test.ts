import { beforeAll, expect, test } from 'vitest'
import { addAuthors } from '@/lib/authors/mutations'
import { insertComments, showComments } from '@/lib/comments/mutations'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { v1Answer } from './answer-queries'
import { type Kind, LIST_PARAMETERS } from './parameters'
import { errorSchema, ITEMS, listSchema } from './schemas'

const site = testDatabase()
const SITE = 'https://news.example'
const noon = new Date('2026-11-22T12:00:00Z')
const KINDS = Object.keys(LIST_PARAMETERS) as Kind[]
const known = { category: 0, tag: 0, author: 0, first: 0, draft: 0 }

beforeAll(async () => {
  await transact(site.db, async (tx) => {
    const names = { slug: 'harbour', path: 'harbour', name: 'Harbour', description: '', position: 0, parentId: null }
    known.category = await addCategory(tx, names)
    ;[known.tag = 0] = await addTags(tx, [{ slug: 'ferries', name: 'Ferries', description: '' }])
    ;[known.author = 0] = await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: 'Writes.', source: null }])
  })
  const filed = { categoryIds: [known.category], tagIds: [known.tag], authorIds: [known.author] }
  const leadImage = { src: '/demo/boat.jpg', alt: 'A boat', caption: '', credit: '', width: 1200, height: 800 }
  // Three at one moment, the others a day and a minute apart: places that a cursor has to tell from one another.
  const moments = ['22T06:30', '22T06:30', '22T06:30', '22T06:31', '21T06:30', '20T06:30', '19T06:30']
  for (const [i, moment] of moments.entries()) {
    const publishedAt = new Date(`2026-11-${moment}:00Z`)
    const over = i % 2 ? filed : { ...filed, primaryCategoryId: known.category, leadImage }
    const id = await addArticle(site.db, { ...over, slug: `a-${i}`, publishedAt })
    if (i === 0) known.first = id
  }
  await addArticle(site.db, { slug: 'arabic', locale: 'ar', publishedAt: new Date('2026-11-18T06:30:00Z') })
  known.draft = await addArticle(site.db, { ...filed, slug: 'draft', status: 'DRAFT', headline: 'draftword' })
  await transact(site.db, async (tx) => {
    const words = { authorName: 'R.', authorUrl: null, email: 'secret@mail.example', address: '', userAgent: '' }
    const rest = { parentId: null, kind: 'COMMENT', moderatedBy: null, source: null, createdAt: noon } as const
    await insertComments(
      tx,
      [1, 2, 3, 4, 5].map((id) => ({
        ...{ ...words, ...rest, id, articleId: id === 5 ? known.draft : known.first },
        text: `Said ${id}.`,
        status: id === 4 ? ('HELD' as const) : ('APPROVED' as const),
      })),
    )
    await showComments(tx, known.first)
  })
})

async function ask(address: string) {
  const start = { db: site.db, facts: await getSiteFacts(site.db), siteUrl: SITE, now: noon }
  const { pathname, searchParams } = new URL(address, SITE)
  return v1Answer(start, pathname, searchParams)
}

type List = { items: { id: number }[]; next: string | null }
const list = async (address: string) => (await ask(address)).body as List

test('every answer is what its schema says', async () => {
  for (const kind of KINDS) {
    const { body } = await ask(`/api/v1/${kind}`)
    const { items } = listSchema(ITEMS[kind]).strict().parse(body)
    expect([kind, items.length > 0]).toEqual([kind, true])
    for (const { id } of items) {
      const one = await ask(`/api/v1/${kind}/${id}`)
      expect(() => ITEMS[kind].strict().parse(one.body)).not.toThrow()
    }
    errorSchema.strict().parse((await ask(`/api/v1/${kind}/999999`)).body)
    errorSchema.strict().parse((await ask(`/api/v1/${kind}?limit=0`)).body)
  }
})

test('planted: an answer with another field, or without one, is not', async () => {
  const { body } = await ask(`/api/v1/articles/${known.first}`)
  const { headline: _, ...without } = body as Record<string, unknown>
  expect(ITEMS.articles.strict().safeParse(body).success).toBe(true)
  for (const broken of [without, { ...(body as object), email: 'a@b.example' }])
    expect(ITEMS.articles.strict().safeParse(broken).success).toBe(false)
})

test.each(KINDS)('%s are read to their end page by page, each once, whatever the size of a page', async (kind) => {
  const all = (await list(`/api/v1/${kind}?limit=100`)).items.map(({ id }) => id)
  for (const limit of [1, 2, 3]) {
    const read: number[] = []
    for (let next: string | null = `/api/v1/${kind}?limit=${limit}`; next; ) {
      const page: List = await list(next)
      expect(page.items.length).toBeLessThanOrEqual(limit)
      read.push(...page.items.map(({ id }) => id))
      next = page.next
    }
    expect(read).toEqual(all)
  }
})

test('an article that comes while somebody reads moves nothing on the pages that follow', async () => {
  const first = await list('/api/v1/articles?limit=2')
  const expected = (await list(first.next ?? '')).items
  const id = await addArticle(site.db, { slug: 'newest', publishedAt: new Date('2026-11-22T09:00:00Z') })
  expect((await list(first.next ?? '')).items).toEqual(expected)
  expect((await list('/api/v1/articles?limit=1')).items).toMatchObject([{ id }])
})

test('articles are sifted by what they are filed under', async () => {
  const count = async (query: string) => (await list(`/api/v1/articles?limit=100&${query}`)).items.length
  const { category, tag, author } = known
  expect(await count(`category=${category}&tag=${tag}&author=${author}`)).toBe(7)
  expect(await count('language=ar')).toBe(1)
  expect(await count(`language=ar&tag=${tag}`)).toBe(0)
  expect(await count('tag=999')).toBe(0)
})

test('fields are chosen, and what means nothing is refused', async () => {
  const { items } = await list('/api/v1/articles?fields=id,bodyHtml&limit=1')
  expect(items).toEqual([{ id: expect.any(Number), bodyHtml: '<p>A paragraph.</p>' }])
  for (const query of ['fields=email', 'limit=101', 'limit=x', 'cursor=x', 'tag=-1', 'language=<b>'])
    expect([query, (await ask(`/api/v1/articles?${query}`)).status]).toEqual([query, 400])
  expect((await ask('/api/v1/articles/x')).status).toBe(404)
  expect((await ask('/api/v1/nothing')).status).toBe(404)
})

test('drafts, held comments and e-mail addresses are in none of them', async () => {
  const addresses = KINDS.flatMap((kind) => [`/api/v1/${kind}?limit=100`])
  const answers = await Promise.all([...addresses, `/api/v1/articles/${known.draft}`, '/api/v1/comments/4'].map(ask))
  const said = JSON.stringify(answers)
  for (const secret of ['draftword', 'Said 4', 'Said 5', 'secret@mail']) expect(said).not.toContain(secret)
  expect(answers.slice(-2).map(({ status }) => status)).toEqual([404, 404])
  expect((await list(`/api/v1/comments?article=${known.first}`)).items.map(({ id }) => id)).toEqual([3, 2, 1])
})
