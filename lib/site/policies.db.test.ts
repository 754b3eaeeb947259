import { beforeEach, expect, test } from 'vitest'
import { recount } from '@/lib/archives/mutations'
import { finishAlternates } from '@/lib/articles/alternate-mutations'
import type { ArticleInput } from '@/lib/articles/input'
import { replaceArticle } from '@/lib/articles/mutations'
import { onInvalidation, transact } from '@/lib/invalidation'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { addArticle, articleInput } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { getSiteFacts, SITE_TAG } from './facts'
import { frameFor } from './frame'
import { writeSetting } from './mutations'
import { POLICIES_IN } from './settings'

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

test('pages in another language link to those of their own, and to the site’s where there is none', async () => {
  const masthead = articleInput({ kind: 'PAGE', slug: 'hayaa', headline: 'هيئة التحرير', locale: 'ar' })
  const arabicId = await addArticle(site.db, masthead)
  await transact(site.db, (tx) => writeSetting(tx, POLICIES_IN, { ar: { masthead: '/hayaa/' } }))
  const linked = async (locale: string) => {
    const { policyPages } = frameFor(await getSiteFacts(site.db), 'https://courier.example', new Date(), locale).facts
    return policyPages.map(({ name, path }) => [name, path])
  }
  expect([await linked('ar'), await linked('ar-EG')]).toEqual(
    Array(2).fill([
      ['ethics', '/ethics/'],
      ['masthead', '/hayaa/'],
    ]),
  )
  expect([await linked('en'), await linked('fa')]).toEqual(Array(2).fill([['ethics', '/ethics/']]))
  heard = new Set()
  await edit(arabicId, { ...masthead, slug: 'tahrir', path: '/tahrir/' })
  expect(heard).toContain(SITE_TAG)
  expect((await linked('ar'))[1]).toEqual(['masthead', '/tahrir/'])
  await site.db.setting.delete({ where: { key: POLICIES_IN } })
})

test('where a page is said in the language of whoever reads, its translation is linked, in the footer too', async () => {
  const about = { about: [{ title: 'About us', path: '/about/' }], standards: [] }
  await transact(site.db, (tx) => writeSetting(tx, 'footer', about))
  const arabic = articleInput({ kind: 'PAGE', slug: 'akhlaq', headline: 'أخلاقنا', locale: 'ar', translationOfId: id })
  const aboutInput = { kind: 'PAGE', slug: 'hawl', headline: 'من نحن', locale: 'ar', translationOfId: otherId } as const
  const arabicId = await addArticle(site.db, arabic)
  await addArticle(site.db, aboutInput)
  await addArticle(site.db, {
    ...arabic,
    ...articleInput({ slug: 'draft-fa', path: '/draft-fa/' }),
    locale: 'fa',
    status: 'DRAFT',
    kind: 'PAGE',
    translationOfId: id,
  })
  heard = new Set()
  await transact(site.db, (tx) => finishAlternates(tx, { originalId: otherId }))
  expect(heard).toContain(SITE_TAG)
  const linked = async (locale: string) => {
    const { facts } = frameFor(await getSiteFacts(site.db), 'https://courier.example', new Date(), locale)
    return [facts.policyPages.map(({ name, path, locale: of }) => [name, path, of]), facts.footer.about]
  }
  const own = [[['ethics', '/ethics/', 'en']], about.about]
  expect(await linked('ar-EG')).toEqual([
    [['ethics', '/akhlaq/', 'ar']],
    [{ title: 'من نحن', path: '/hawl/', locale: 'ar' }],
  ])
  expect([await linked('en'), await linked('fa')]).toEqual([own, own])
  // What was chosen for the language comes before what says the same.
  await addArticle(site.db, { kind: 'PAGE', slug: 'chosen', locale: 'ar' })
  await transact(site.db, (tx) => writeSetting(tx, POLICIES_IN, { ar: { ethics: '/chosen/' } }))
  expect((await linked('ar'))[0]).toEqual([['ethics', '/chosen/', 'ar']])
  await site.db.setting.delete({ where: { key: POLICIES_IN } })
  heard = new Set()
  await edit(arabicId, { ...arabic, body: '<p>Another text.</p>' })
  expect(heard).not.toContain(SITE_TAG)
  await edit(arabicId, { ...arabic, headline: 'ميثاقنا' })
  expect(heard).toContain(SITE_TAG)
  heard = new Set()
  await edit(arabicId, { ...arabic, status: 'WITHDRAWN' })
  expect(heard).toContain(SITE_TAG)
  expect((await linked('ar'))[0]).toEqual([['ethics', '/ethics/', 'en']])
  await site.db.setting.delete({ where: { key: 'footer' } })
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
