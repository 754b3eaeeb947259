import { beforeAll, expect, test } from 'vitest'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { addArticle } from '@/lib/testing/articles'
import { ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { exportRedirects } from './admin-queries'
import { importRedirects, lookThrough } from './import-mutations'
import { removeRedirect, saveRedirect } from './mutations'
import { findRedirect } from './queries'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const HERE = 'https://courier.example'

const save = (from: string, to: string, status = '301') =>
  saveRedirect(site.db, { id: null, from, to, status }, HERE, ines, now)
const leadFrom = async (address: string) => {
  const lead = await findRedirect({ db: site.db, facts: await getSiteFacts(site.db) }, address)
  return lead && (lead.status === 410 ? '410' : `${lead.status} ${lead.location}`)
}

beforeAll(async () => {
  for (const slug of ['boat', 'quay']) await addArticle(site.db, { slug })
  // As an import writes them.
  const numbered = ['/?cat=3', '/?author=9', '/?attachment_id=41'].map((fromPath) => ({
    fromPath,
    fromFolded: fromPath,
  }))
  await site.db.redirect.createMany({ data: numbered.map((row) => ({ ...row, toPath: '/boat/' })) })
})

test('addresses with a query lead by exactly that query; paths in whatever spelling, queries as they are', async () => {
  must(await save('/Old.php?v=aB', '/boat'))
  must(await save('/old.php?v=ab', '/quay/'))
  must(await save('/old.php', '/quay/', '302'))
  expect([await leadFrom('/old.php?v=aB'), await leadFrom('/OLD.php/?v=ab')]).toEqual(['301 /boat/', '301 /quay/'])
  expect([await leadFrom('/old.php?v=AB'), await leadFrom('/old.php')]).toEqual([null, '302 /quay/'])
  expect(await save('/old.php?v=aB', '/quay/')).toMatchObject({ reason: 'exists' })
})

test('it never hides what lives, whatever is asked with', async () => {
  expect(await save('/boat/?id=3', '/quay/')).toMatchObject({ reason: 'living', about: '/boat/' })
  expect(await save('/BOAT?id=3', '/quay/')).toMatchObject({ reason: 'living' })
  const file = { text: '/boat/?id=3,/quay/', replaces: true, siteUrl: HERE }
  expect(must(await lookThrough(site.db, file, ines)).refused).toMatchObject([{ reason: 'living' }])
})

test('one written from outside that goes round leads nowhere', async () => {
  const rows = [
    { fromPath: '/r.php?a=1', fromFolded: '/r.php?a=1', toPath: '/r.php', toExtra: '?a=2' },
    { fromPath: '/?p=71', fromFolded: '/?p=71', toPath: '/', toExtra: '?p=72' },
    { fromPath: '/?p=72', fromFolded: '/?p=72', toPath: '/', toExtra: '' },
  ]
  await site.db.redirect.createMany({ data: rows })
  expect([await leadFrom('/r.php?a=1'), await leadFrom('/?p=71'), await leadFrom('/?p=72')]).toEqual([
    null,
    null,
    '301 /',
  ])
  await site.db.redirect.deleteMany({ where: { fromPath: { in: rows.map(({ fromPath }) => fromPath) } } })
})

test('all of them go out as a file and come back as they were, those that an import wrote too', async () => {
  must(await save('/سلام.php?q=a b', '/boat/?x=1'))
  must(await save('/is%20it%20so%3F/', '/quay/'))
  must(await save('/ended.php?id=1', '', '410'))
  must(await save('/below/*', 'https://archive.example/*'))
  let text = ''
  for await (const piece of exportRedirects(site.db, ines) ?? []) text += piece
  const file = { text, replaces: false, siteUrl: HERE }
  const select = {
    fromPath: true,
    fromFolded: true,
    isPattern: true,
    toPath: true,
    toExtra: true,
    status: true,
  } as const
  const before = await site.db.redirect.findMany({ select, orderBy: { fromPath: 'asc' } })
  expect(must(await lookThrough(site.db, file, ines))).toMatchObject({ added: 0, refused: [], same: before.length })
  for (const { id } of await site.db.redirect.findMany()) must(await removeRedirect(site.db, { id }, ines, now))
  expect(must(await importRedirects(site.db, file, ines, now))).toMatchObject({ added: before.length, refused: [] })
  expect(await site.db.redirect.findMany({ select, orderBy: { fromPath: 'asc' } })).toEqual(before)
})

test('archives of tags and authors that a file names are asked for together', async () => {
  await site.db.tag.createMany({ data: Array.from({ length: 30 }, (_, n) => ({ slug: `t${n}`, name: `T${n}` })) })
  const look = async (count: number) => {
    const lines = Array.from({ length: count }, (_, n) => `/x${n}/,/tag/t${n}/page/2/\n/y${n}/,/author/nobody-${n}/`)
    const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
    const file = { text: lines.join('\n'), replaces: false, siteUrl: HERE }
    const report = await runInPageContext(context, () => lookThrough(site.db, file, ines))
    return { ...must(report), queries: context.queries }
  }
  // What is known of the site is read once, whoever asks.
  await look(1)
  const [one, many] = [await look(1), await look(30)]
  expect([many.added, many.refused.length, new Set(many.refused.map(({ reason }) => reason))]).toEqual([
    30,
    30,
    new Set(['toNowhere']),
  ])
  expect(one.queries).toBeGreaterThan(0)
  expect(many.queries).toBe(one.queries)
})
