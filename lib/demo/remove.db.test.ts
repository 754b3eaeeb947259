import { expect, test } from 'vitest'
import type { Tx } from '@/lib/db'
import { addArticle } from '@/lib/testing/articles'
import { dumpOf } from '@/lib/testing/dump'
import { testDatabase } from '@/lib/testing/test-database'
import { loadDemo } from './load'
import { readDemoNewsroom } from './newsroom'
import { demoState, removeDemo } from './remove'

// The tests are one story and stand in its order: loaded, touched and put right again, taken out.
const site = testDatabase()
const newsroom = readDemoNewsroom()
const now = new Date('2026-11-22T12:00:00Z')
let empty: string[]

test('a site without the demo newsroom has none, one where it was just loaded has it untouched', async () => {
  empty = await dumpOf(site.db, site.provider)
  expect(await demoState(site.db)).toBe('none')
  await loadDemo(site.db, newsroom, now)
  expect(await demoState(site.db)).toBe('untouched')
})

const id = 1
const touches: [string, (tx: Tx) => Promise<unknown>][] = [
  ['a decision about a comment', (tx) => tx.comment.update({ where: { id }, data: { moderatedBy: 'maren' } })],
  ['a comment that waits for one', (tx) => tx.comment.update({ where: { id }, data: { moderatedBy: null } })],
  ['a comment that is gone', (tx) => tx.comment.delete({ where: { id } })],
  ['an edit', (tx) => tx.article.update({ where: { id }, data: { headline: 'Mine', updatedAt: new Date() } })],
  ['a setting', (tx) => tx.setting.update({ where: { key: 'site' }, data: { value: { name: 'Mine' } } })],
  ['a new setting', (tx) => tx.setting.create({ data: { key: 'comments', value: {} } })],
  ['an author', (tx) => tx.author.create({ data: { slug: 'me', name: 'Me' } })],
  ['a tag', (tx) => tx.tag.create({ data: { slug: 'mine', name: 'Mine' } })],
  ['a redirect', (tx) => tx.redirect.create({ data: { fromPath: '/x/', fromFolded: '/x', toPath: '/y/' } })],
]

test.each(touches)('%s is noticed', async (_, touch) => {
  class Undone extends Error {}
  const touched = site.db.$transaction(async (tx) => {
    await touch(tx)
    expect(await demoState(tx)).toBe('changed')
    throw new Undone()
  })
  await expect(touched).rejects.toThrow(Undone)
  expect(await demoState(site.db)).toBe('untouched')
})

test('taken out it leaves nothing, but what was written since', async () => {
  const author = await site.db.author.findFirstOrThrow()
  const id = await addArticle(site.db, { slug: 'my-own', authorIds: [author.id] })
  expect(await demoState(site.db)).toBe('changed')
  await removeDemo(site.db, newsroom)
  expect(await demoState(site.db)).toBe('none')
  expect(await site.db.article.findMany({ select: { id: true } })).toEqual([{ id }])
  // Its author is still needed.
  expect(await site.db.author.findMany({ select: { slug: true } })).toEqual([{ slug: author.slug }])
  expect((await site.db.archive.findUniqueOrThrow({ where: { key: 'all' } })).articles).toBe(1)
  expect(await site.db.sitemapMonth.findMany({ select: { month: true } })).toEqual([{ month: 202611 }])
  await site.db.article.delete({ where: { id } })
  await site.db.author.deleteMany()
  const rest = (await dumpOf(site.db, site.provider)).filter((line) => !empty.includes(line))
  expect(rest.filter((line) => !/^(Archive|SitemapMonth)/.test(line))).toEqual([])
})
