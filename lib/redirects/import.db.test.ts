import { beforeAll, expect, test } from 'vitest'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { addArticle } from '@/lib/testing/articles'
import { ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { exportRedirects, listRedirectLines } from './admin-queries'
import { importRedirects, lookThrough } from './import-mutations'
import { saveRedirect } from './mutations'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const HERE = 'https://courier.example'
const asked = (lines: readonly string[], replaces = false) => ({ text: lines.join('\n'), replaces, siteUrl: HERE })
const write = async (from: string, to: string) =>
  must(await saveRedirect(site.db, { id: null, from, to, status: '301' }, HERE, ines, now))
const targetOf = async (fromPath: string) => (await site.db.redirect.findUnique({ where: { fromPath } }))?.toPath

beforeAll(async () => {
  for (const slug of ['boat', 'quay', 'mole']) await addArticle(site.db, { slug })
})

test('lines lead by what is there, where they may not replace it', async () => {
  await write('/b/', '/boat/')
  await write('/p/*', '/boat/')
  const file = ['/a/,/b/', '/b/,/quay/', '/c/,/p/x/', '/p/*,/quay/']
  const report = must(await importRedirects(site.db, asked(file), ines, now))
  expect([report.added, report.replaced]).toEqual([2, 0])
  expect(report.refused.map(({ number, reason, about }) => [number, reason, about])).toEqual([
    [2, 'exists', '/boat/'],
    [4, 'exists', '/boat/'],
  ])
  expect([await targetOf('/a/'), await targetOf('/b/'), await targetOf('/c/')]).toEqual(['/boat/', '/boat/', '/boat/'])
  // Again it is all there; and where they may replace, what was led by it goes along.
  expect(await lookThrough(site.db, asked(file), ines)).toMatchObject({ added: 0, same: 2 })
  must(await importRedirects(site.db, asked(file, true), ines, now))
  expect([await targetOf('/a/'), await targetOf('/b/')]).toEqual(['/quay/', '/quay/'])
})

test('what is there just so is still there already for whoever writes it by hand', async () => {
  await write('/twice/', '/boat/')
  const typed = { id: null, from: '/twice/', to: '/boat/', status: '301' }
  expect(await saveRedirect(site.db, typed, HERE, ines, now)).toMatchObject({ reason: 'exists', about: '/boat/' })
})

test('a long file asks for all that it names together, not line by line', async () => {
  await site.db.media.create({
    data: { path: '/wp-content/uploads/tide.pdf', mimeType: 'application/pdf', storedAt: now },
  })
  const lines = Array.from({ length: 400 }, (_, at) => `/old-${at}/${at}/,/boat/`)
  const file = [...lines, '/wp-content/uploads/tide.pdf,/boat/', '/tide/,/wp-content/uploads/tide.pdf']
  const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
  const report = must(await runInPageContext(context, () => lookThrough(site.db, asked(file), ines)))
  expect([report.added, report.refused.map(({ reason }) => reason)]).toEqual([401, ['living']])
  expect(context.queries).toBeGreaterThan(0)
  expect(context.queries).toBeLessThan(40)
})

test('addresses of a replaced picture lead on without a line in the list or the file', async () => {
  const view = () => listRedirectLines(site.db, ines, { words: '', sort: 'newest', afterId: null })
  const before = await view()
  const fromPath = `/media/${'a'.repeat(32)}/640.webp`
  await site.db.redirect.create({ data: { fromPath, fromFolded: fromPath, toPath: '/boat/' } })
  expect(await view()).toEqual(before)
  let text = ''
  for await (const piece of exportRedirects(site.db, ines) ?? []) text += piece
  expect(text).not.toContain('/media/')
  expect(text).toContain('/a/,/quay/')
})
