import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '@/lib/database/migrator'
import { type Database, openDatabase } from '@/lib/db'
import { loadDemo } from '@/lib/demo/load'
import { readDemoNewsroom } from '@/lib/demo/newsroom'
import { demoState } from '@/lib/demo/remove'
import { copyOf, emptyDatabase } from '@/lib/testing/database'
import { dumpOf } from '@/lib/testing/dump'
import { IMPORTED_AT, importText } from '@/lib/testing/import-export'
import { newsroomExport } from '@/lib/testing/newsroom-export'
import { SITE } from '@/lib/testing/wxr'

const { provider } = inject('template')
/** A site as `npm start` makes it, to be copied. */
const demo = { provider, url: '' }
let remove: () => Promise<void>
beforeAll(async () => {
  const made = await emptyDatabase(provider)
  await migrate(made.url)
  const db = await openDatabase(made.url)
  await loadDemo(db, readDemoNewsroom(), IMPORTED_AT)
  await db.$disconnect()
  demo.url = made.url
  remove = made.remove
})
afterAll(() => remove())

const strangers = { OR: [{ sourceSite: null }, { sourceSite: { not: SITE } }] }

test('an untouched demo newsroom makes room, and the report says so', async () => {
  const site = await copyOf(demo)
  expect(await site.db.article.count()).toBeGreaterThan(24)
  const report = await importText(site.url, newsroomExport())
  expect(report.lines()).toContain('The demo newsroom, which nobody had changed, was removed.')
  expect(await site.db.article.count({ where: strangers })).toBe(0)
  expect(await demoState(site.db)).toBe('none')
  // As if the demo had never been there, but for the numbers of rows.
  const clean = await copyOf(inject('template'))
  await importText(clean.url, newsroomExport())
  expect(await shapeOf(site.db)).toEqual(await shapeOf(clean.db))
  await clean.close()
  await site.close()
})

/** What stands in a database, whatever numbers its rows have. */
async function shapeOf(db: Database) {
  return {
    articles: await db.article.findMany({ select: { path: true, status: true, body: true }, orderBy: { path: 'asc' } }),
    authors: await db.author.findMany({ select: { slug: true, name: true }, orderBy: { slug: 'asc' } }),
    categories: await db.category.findMany({ select: { path: true, position: true }, orderBy: { path: 'asc' } }),
    tags: await db.tag.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } }),
    settings: await db.setting.findMany({ orderBy: { key: 'asc' } }),
    comments: await db.comment.findMany({ select: { id: true, status: true }, orderBy: { id: 'asc' } }),
    all: await db.archive.findMany({ select: { articles: true }, where: { key: 'all' } }),
  }
}

test('a demo newsroom that was touched stays, and the report says how to take it out', async () => {
  const site = await copyOf(demo)
  await site.db.article.updateMany({ where: { id: 1 }, data: { headline: 'Mine', updatedAt: new Date() } })
  const before = await site.db.article.count()
  const report = await importText(site.url, newsroomExport())
  expect(report.lines().find((line) => line.startsWith('The demo newsroom'))).toBe(
    'The demo newsroom was changed since it was loaded, so it stays; “npm run demo -- remove” takes it out.',
  )
  expect(await site.db.article.count({ where: strangers })).toBe(before)
  expect(await site.db.article.count({ where: { sourceSite: SITE } })).toBe(13)
  await site.close()
})

test('a trial run writes nothing, and says of an empty site what the real one then does', async () => {
  const site = await copyOf(inject('template'))
  const before = await dumpOf(site.db, provider)
  const trial = await importText(site.url, newsroomExport(), { dryRun: true })
  expect(await dumpOf(site.db, provider)).toEqual(before)
  expect(await site.db.invalidation.count()).toBe(0)
  const real = await importText(site.url, newsroomExport())
  const told = (lines: string[]) => lines.filter((line) => !/^Written in/.test(line))
  expect(told(trial.lines())).toEqual(told(real.lines()))
  await site.close()
})

test('a trial run beside an untouched demo leaves it, and one into a missing database makes none', async () => {
  const site = await copyOf(demo)
  const before = await dumpOf(site.db, provider)
  const trial = await importText(site.url, newsroomExport(), { dryRun: true })
  expect(trial.lines()).toContain('The demo newsroom, which nobody has changed, would be removed.')
  expect(trial.tallies('post').get('publish → PUBLISHED')?.added).toBe(3)
  expect(await dumpOf(site.db, provider)).toEqual(before)
  await site.close()
  if (provider !== 'sqlite') return
  const missing = await emptyDatabase('sqlite')
  const into = await importText(missing.url, newsroomExport(), { dryRun: true })
  expect(into.lines()).toContain('A new database would be made.')
  expect(existsSync(missing.url.slice('file:'.length))).toBe(false)
  await missing.remove()
})

test('a database that is missing is made and migrated', async () => {
  const missing = await emptyDatabase(provider)
  const report = await importText(missing.url, newsroomExport())
  expect(report.lines()).toContain('A new database was made.')
  const db = await openDatabase(missing.url)
  expect(await db.article.count({ where: { status: 'PUBLISHED' } })).toBe(5)
  await db.$disconnect()
  await missing.remove()
})

test('a trial run into a database that nobody has migrated says what to do', async () => {
  const old = await emptyDatabase(provider)
  const db = await openDatabase(old.url)
  await db.$executeRawUnsafe('CREATE TABLE "Old" ("id" INTEGER)')
  await db.$disconnect()
  await expect(importText(old.url, newsroomExport(), { dryRun: true })).rejects.toThrow(
    'The database is older than this version; an import, or npm start, brings it up to date first.',
  )
  await old.remove()
})
