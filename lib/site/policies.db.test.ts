import { beforeEach, expect, test } from 'vitest'
import { recount } from '@/lib/archives/mutations'
import type { ArticleInput } from '@/lib/articles/input'
import { replaceArticle } from '@/lib/articles/mutations'
import { onInvalidation, transact } from '@/lib/invalidation'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { addArticle, articleInput } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { getSiteFacts, SITE_TAG } from './facts'
import { writeSetting } from './mutations'

const site = testDatabase()
let heard = new Set<string>()
onInvalidation((tags) => {
  for (const tag of tags) heard.add(tag)
})

const policy = articleInput({ kind: 'PAGE', slug: 'ethics', headline: 'How we work' })
const other = articleInput({ kind: 'PAGE', slug: 'about', headline: 'About' })
let id = 0
let otherId = 0

beforeEach(async () => {
  await site.db.article.deleteMany()
  id = await addArticle(site.db, policy)
  otherId = await addArticle(site.db, other)
  await transact(site.db, (tx) => writeSetting(tx, 'policies', { ethics: '/ethics/', contact: '/not/there/' }))
  heard = new Set()
})

async function edit(articleId: number, input: ArticleInput): Promise<void> {
  await transact(site.db, async (tx) => {
    await recount(tx, await replaceArticle(tx, articleId, input, { timeZone: 'UTC', categories: new CategoryTree([]) }))
  })
}
const shown = async () =>
  (await getSiteFacts(site.db)).policyPages.map(({ name, path, headline }) => [name, path, headline])

test('the site knows the pages that were chosen, as far as readers find them', async () => {
  expect(await shown()).toEqual([['ethics', '/ethics/', 'How we work']])
})

test('a page that moves takes its choice along, and every page says so', async () => {
  await edit(id, { ...policy, slug: 'standards', path: '/standards/' })
  expect(heard).toContain(SITE_TAG)
  expect(await shown()).toEqual([['ethics', '/standards/', 'How we work']])
  expect(await site.db.setting.findUnique({ where: { key: 'policies' } })).toMatchObject({
    value: { ethics: '/standards/', contact: '/not/there/' },
  })
})

test('one that is withdrawn is linked nowhere, and comes back with it', async () => {
  await edit(id, { ...policy, status: 'WITHDRAWN' })
  expect(heard).toContain(SITE_TAG)
  expect(await shown()).toEqual([])
  heard = new Set()
  await edit(id, { ...policy, headline: 'Our standards' })
  expect(heard).toContain(SITE_TAG)
  expect(await shown()).toEqual([['ethics', '/ethics/', 'Our standards']])
})

test('another text of it, or another page, makes no page anew that shows neither', async () => {
  await edit(id, { ...policy, body: '<p>Another text.</p>' })
  await edit(otherId, { ...other, headline: 'About us', path: '/about-us/', slug: 'about-us' })
  expect(heard).not.toContain(SITE_TAG)
  const draft = articleInput({ kind: 'PAGE', status: 'DRAFT', slug: 'draft' })
  await edit(await addArticle(site.db, draft), { ...draft, headline: 'A secret' })
  expect(heard).not.toContain(SITE_TAG)
})
