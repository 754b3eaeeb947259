import { beforeAll, expect, test } from 'vitest'
import { addAuthors } from '@/lib/authors/mutations'
import { insertComments, moderateComments, nextCommentId, showComments } from '@/lib/comments/mutations'
import { transact } from '@/lib/invalidation'
import { addMedia } from '@/lib/media/mutations'
import { runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { restAnswer } from './answer-queries'
import { OWN_NUMBERS } from './numbers'

const site = testDatabase()
const SITE = 'https://news.example'
const OLD = 'https://old.example'
const noon = new Date('2026-11-22T12:00:00Z')
const own = (id: number) => OWN_NUMBERS + id
const known = { harbour: 0, ferries: 0, tag: 0, draftTag: 0, maren: 0, boat: 0, other: 0, page: 0, held: 0, draft: 0 }

const picture = (path: string, source: { site: string; id: number } | null) => ({
  ...{ path, mimeType: 'image/jpeg', alt: 'A boat', caption: '', credit: '', width: 1200, height: 800 },
  ...{ storedAt: noon, createdAt: noon, sourceUrl: null, source },
})

async function addComment(articleId: number, text: string, status: 'APPROVED' | 'HELD' | 'SPAM'): Promise<number> {
  return transact(site.db, async (tx) => {
    const id = await nextCommentId(tx)
    const words = { authorName: 'R. <b>', authorUrl: null, text, email: 'secret@mail.example', address: '192.0.2.7' }
    const rest = { parentId: null, kind: 'COMMENT', moderatedBy: null, source: null, userAgent: 'agent-x' } as const
    await insertComments(tx, [{ id, articleId, status, createdAt: noon, ...words, ...rest }])
    await showComments(tx, articleId)
    return id
  })
}

beforeAll(async () => {
  const { db } = site
  await db.setting.create({ data: { key: `import ${OLD}`, value: { first: true } } })
  await transact(db, async (tx) => {
    const names = { name: 'Harbour & Sea', description: '', position: 0 }
    known.harbour = await addCategory(tx, { ...names, slug: 'harbour', path: 'harbour', parentId: null })
    const below = { ...names, name: 'Ferries', slug: 'ferries', path: 'harbour/ferries', parentId: known.harbour }
    known.ferries = await addCategory(tx, below)
    const tags = ['night', 'draft-only'].map((slug) => ({ slug, name: slug, description: '' }))
    ;[known.tag = 0, known.draftTag = 0] = await addTags(tx, tags)
    ;[known.maren = 0] = await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }])
    await addMedia(tx, [picture('/media/boat.jpg', { site: OLD, id: 441 }), picture('/media/secret.jpg', null)])
  })
  await db.category.update({ where: { id: known.ferries }, data: { wordpressId: 3 } })
  const filed = {
    primaryCategoryId: known.ferries,
    categoryIds: [known.ferries],
    tagIds: [known.tag],
    authorIds: [known.maren],
  }
  const leadImage = { src: '/media/boat.jpg', alt: 'A boat', caption: '', credit: '', width: 1200, height: 800 }
  const source = { site: OLD, id: 440, hash: 'x', notes: {} }
  known.boat = await addArticle(db, { ...filed, slug: 'boat', headline: 'The last & <boat>', leadImage, source })
  known.other = await addArticle(db, {
    slug: 'other',
    publishedAt: new Date('2019-03-05T08:00:00Z'),
    categoryIds: [known.harbour],
  })
  known.page = await addArticle(db, { kind: 'PAGE', slug: 'about' })
  const hidden = { ...leadImage, src: '/media/secret.jpg' }
  known.draft = await addArticle(db, { status: 'DRAFT', slug: 'draft', tagIds: [known.draftTag], leadImage: hidden })
  await addComment(known.boat, 'Hear, hear.', 'APPROVED')
  known.held = await addComment(known.boat, 'heldword', 'HELD')
  await addComment(known.boat, 'spamword', 'SPAM')
  await addComment(known.draft, 'draftword', 'APPROVED')
})

async function ask(address: string) {
  const start = { db: site.db, facts: await getSiteFacts(site.db), siteUrl: SITE, now: noon }
  const { pathname, searchParams } = new URL(`/wp-json${address}`, SITE)
  return restAnswer(start, pathname, searchParams)
}
const body = async (address: string) => (await ask(address)).body as Record<string, unknown>
const items = async (address: string) => (await ask(address)).body as Record<string, unknown>[]
const ids = async (address: string) => (await items(address)).map(({ id }) => id)

test('a post is what WordPress would say, under the number that it had there', async () => {
  expect(await body('/wp/v2/posts/440')).toMatchObject({
    id: 440,
    date: '2026-11-22T06:30:00',
    link: `${SITE}/boat/`,
    lang: 'en',
    title: { rendered: 'The last &amp; &lt;boat&gt;' },
    content: { rendered: '<p>A paragraph.</p>', protected: false },
    author: own(known.maren),
    featured_media: 441,
    categories: [3],
    tags: [own(known.tag)],
    _links: { 'wp:featuredmedia': [{ embeddable: true, href: `${SITE}/wp-json/wp/v2/media/441` }] },
  })
  expect(await body(`/wp/v2/posts/${own(known.other)}`)).toMatchObject({ link: `${SITE}/other/` })
  expect((await ask(`/wp/v2/posts/${own(known.boat)}`)).status).toBe(404)
  expect((await ask('/wp/v2/posts/999')).body).toEqual({
    ...{ code: 'rest_post_invalid_id', message: 'Invalid post ID.' },
    data: { status: 404 },
  })
})

test('a list says how long it is, and where its pages are', async () => {
  const { headers } = await ask('/wp/v2/posts?per_page=1&page=1')
  expect(headers).toEqual({
    'x-wp-total': '2',
    'x-wp-totalpages': '2',
    link: `<${SITE}/wp-json/wp/v2/posts?per_page=1&page=2>; rel="next"`,
  })
  expect(await ids('/wp/v2/posts?per_page=1&page=2')).toEqual([own(known.other)])
  expect(await ids('/wp/v2/posts?offset=1')).toEqual([own(known.other)])
  expect((await ask('/wp/v2/posts?page=3')).body).toMatchObject({ code: 'rest_post_invalid_page_number' })
  expect(await ids('/wp/v2/posts?order=asc')).toEqual([own(known.other), 440])
})

test.each([
  ['categories=3', ['boat']],
  [() => `categories=${own(known.harbour)}`, ['other']],
  [() => `categories_exclude=${own(known.harbour)}`, ['boat']],
  [() => `tags=${own(known.tag)}`, ['boat']],
  [() => `tags=${own(known.tag)}&categories=${own(known.harbour)}`, []],
  [() => `author=${own(known.maren)}`, ['boat']],
  [() => `author_exclude=${own(known.maren)}`, ['other']],
  ['author=77', []],
  ['after=2026-01-01T00:00:00', ['boat']],
  ['before=2026-01-01', ['other']],
  ['slug=boat,nothing', ['boat']],
  [() => `include=440,${own(known.other)}&orderby=include`, ['boat', 'other']],
  ['exclude=440', ['other']],
  ['search=boat', ['boat']],
  ['sticky=true', []],
  ['orderby=modified&order=asc', ['boat', 'other']],
  ['orderby=id', ['other', 'boat']],
])('posts are sifted: %s', async (query, slugs) => {
  const found = await items(`/wp/v2/posts?${typeof query === 'string' ? query : query()}`)
  expect(found.map(({ slug }) => slug)).toEqual(slugs)
})

test('what links lead to is drawn out', async () => {
  const [post] = await items('/wp/v2/posts?slug=boat&_embed')
  expect(post?._embedded).toMatchObject({
    author: [{ name: 'Maren', link: `${SITE}/author/maren/` }],
    replies: [[{ content: { rendered: '<p>Hear, hear.</p>\n' }, author_name: 'R. <b>' }]],
    'wp:featuredmedia': [{ id: 441, source_url: `${SITE}/media/boat.jpg`, alt_text: 'A boat' }],
    'wp:term': [[{ id: 3, slug: 'ferries' }], [{ slug: 'night' }]],
  })
  const [some] = await items('/wp/v2/posts?slug=boat&_embed=author&_fields=id')
  expect(some).toEqual({ id: 440, _embedded: { author: [expect.anything()] } })
})

test('categories, tags, people and pages', async () => {
  expect(await items('/wp/v2/categories?orderby=slug')).toMatchObject([
    { id: 3, count: 1, parent: own(known.harbour), link: `${SITE}/category/harbour/ferries/` },
    { id: own(known.harbour), name: 'Harbour &amp; Sea', count: 1, parent: 0 },
  ])
  expect(await ids('/wp/v2/categories?post=440')).toEqual([3])
  expect(await ids(`/wp/v2/categories?parent=${own(known.harbour)}`)).toEqual([3])
  expect(await items('/wp/v2/tags')).toMatchObject([{ slug: 'night', count: 1 }])
  expect(await items('/wp/v2/users')).toMatchObject([{ name: 'Maren', slug: 'maren' }])
  expect(await items('/wp/v2/pages')).toMatchObject([{ id: own(known.page), type: 'page', parent: 0, menu_order: 0 }])
  expect((await ask(`/wp/v2/posts/${own(known.page)}`)).status).toBe(404)
  expect(await items('/wp/v2/search?search=boat')).toMatchObject([{ id: 440, type: 'post', subtype: 'post' }])
})

test('of one term nothing is asked but what it needs, and a change to another leaves its answer alone', async () => {
  const facts = await getSiteFacts(site.db)
  const asked = async (address: string) => {
    const context = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set<string>() }
    const start = { db: site.db, facts, siteUrl: SITE, now: noon }
    const { pathname, searchParams } = new URL(`/wp-json/wp/v2/${address}`, SITE)
    const { body: said } = await runInPageContext(context, () => restAnswer(start, pathname, searchParams))
    const others = [...context.tags].filter((tag) => /^(archives:|search$)/.test(tag))
    return { said, statements: context.queries, others }
  }
  const one = { id: own(known.tag), count: 1 }
  expect(await asked(`tags/${one.id}`)).toMatchObject({ said: one, statements: 1, others: [] })
  expect(await asked(`tags?slug=night`)).toMatchObject({ said: [one], statements: 1, others: [] })
  expect(await asked(`tags?include=${one.id}`)).toMatchObject({ said: [one], statements: 1, others: [] })
  expect(await asked('tags?post=440')).toMatchObject({ said: [one], statements: 5 })
  expect(await asked('categories/3')).toMatchObject({ said: { id: 3, count: 1 }, statements: 1, others: [] })
  const parent = `categories/${own(known.harbour)}`
  expect(await asked(parent)).toMatchObject({ said: { count: 1 }, statements: 2, others: ['search'] })
  expect(await asked(`users/${own(known.maren)}`)).toMatchObject({ said: { slug: 'maren' }, statements: 1, others: [] })
  expect(await asked('users?slug=maren')).toMatchObject({ said: [{ slug: 'maren' }], statements: 1, others: [] })
  // What is not there may come with the next article.
  expect(await asked('tags/77')).toMatchObject({ said: { code: 'rest_term_invalid' }, others: ['archives:tag'] })
})

test('terms are sifted, sorted and counted', async () => {
  const slugs = async (query: string) => (await items(`/wp/v2/${query}`)).map(({ slug }) => slug)
  expect(await slugs('categories?orderby=count&order=desc')).toEqual(['harbour', 'ferries'])
  expect(await slugs('categories?hide_empty=1&include=3')).toEqual(['ferries'])
  expect(await slugs('categories?per_page=1&page=2&orderby=slug')).toEqual(['harbour'])
  expect(await slugs(`tags?include=${own(known.tag)}&slug=other`)).toEqual([])
  expect(await slugs(`tags?slug=draft-only&include=${own(known.draftTag)}`)).toEqual([])
  expect(await slugs('tags?post=999')).toEqual([])
  expect(await slugs(`tags?post=${own(known.draft)}`)).toEqual([])
  expect(await slugs(`users?include=${own(known.maren)}`)).toEqual(['maren'])
})

test('what does not differ from site to site, and where it all begins', async () => {
  expect(Object.keys(await body('/wp/v2/types'))).toEqual(['post', 'page', 'attachment'])
  expect((await ask('/wp/v2/types/nothing')).body).toMatchObject({ code: 'rest_type_invalid' })
  const { routes, namespaces } = await body('/')
  expect(namespaces).toEqual(['oembed/1.0', 'wp/v2'])
  for (const route of Object.keys(routes as object)) {
    const address = route.replace('(?P<id>[\\d]+)', '440').replace(/\(\?P<\w+>\[\\w-\]\+\)/, 'post')
    if (route.startsWith('/oembed')) continue
    const { code } = (await body(address)) as { code?: string }
    expect([route, code === 'rest_no_route']).toEqual([route, false])
  }
})

test('nobody is told of e-mail addresses, of comments that are not public, or of what is only on drafts', async () => {
  const all = ['posts?_embed', 'comments', 'tags', 'users', 'media', 'pages?_embed', 'comments?parent=0']
  const said = JSON.stringify(await Promise.all(all.map((list) => ask(`/wp/v2/${list}`))))
  for (const secret of [
    'secret@mail',
    '192.0.2.7',
    'agent-x',
    'heldword',
    'spamword',
    'draftword',
    'draft-only',
    'secret.jpg',
  ])
    expect([secret, said.includes(secret)]).toEqual([secret, false])
  expect((await ask(`/wp/v2/comments/${known.held}`)).status).toBe(404)
  expect((await ask('/wp/v2/comments')).headers?.['x-wp-total']).toBe('1')
  for (const [query, status] of [
    ['posts?status=draft', 400],
    ['posts?context=edit', 401],
    ['users/me', 401],
    ['comments?author_email=secret@mail.example', 400],
  ] as const)
    expect([query, (await ask(`/wp/v2/${query}`)).status]).toEqual([query, status])
})

test('planted: a held comment that was approved, and a picture of a draft that is published, are there', async () => {
  await moderateComments(site.db, [known.held], 'approve', 'Ines', noon)
  expect(JSON.stringify(await ask('/wp/v2/comments'))).toContain('heldword')
  await moderateComments(site.db, [known.held], 'hold', 'Ines', noon)
  await site.db.article.update({ where: { id: known.draft }, data: { status: 'PUBLISHED' } })
  await site.db.media.update({ where: { path: '/media/secret.jpg' }, data: { articleId: known.draft } })
  expect(JSON.stringify(await ask('/wp/v2/media'))).toContain('secret.jpg')
  await site.db.article.update({ where: { id: known.draft }, data: { status: 'DRAFT' } })
  expect(JSON.stringify(await ask('/wp/v2/media'))).not.toContain('secret.jpg')
})
