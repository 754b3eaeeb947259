import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { openDatabase } from '../db'
import { emptyDatabase } from '../testing/database'
import { migrate } from './migrator'

const { provider } = inject('template')
let database: Awaited<ReturnType<typeof emptyDatabase>>
let root: string

beforeEach(async () => {
  database = await emptyDatabase(provider)
  root = mkdtempSync(join(tmpdir(), 'broadsheet-migrations-'))
  cpSync('prisma/migrations', root, { recursive: true })
})
afterEach(async () => {
  await database.remove()
  rmSync(root, { recursive: true })
})

function addMigration(name: string, sql: string) {
  mkdirSync(join(root, provider, name))
  writeFileSync(join(root, provider, name, 'migration.sql'), sql)
}

test('an empty database gets every table, and the second run has nothing to do', async () => {
  const first = await migrate(database.url, root)
  expect(first.created).toBe(true)
  expect(first.applied.length).toBeGreaterThan(0)
  expect(await migrate(database.url, root)).toEqual({ applied: [], backup: null, created: false })
  const db = await openDatabase(database.url)
  expect(await db.article.count()).toBe(0)
  await db.$disconnect()
})

test('two migrators at once: each migration is applied by one of them', async () => {
  const reports = await Promise.all([migrate(database.url, root), migrate(database.url, root)])
  const applied = reports.flatMap((report) => report.applied)
  expect(new Set(applied).size).toBe(applied.length)
})

test('a migration that fails half-way leaves nothing behind', async () => {
  await migrate(database.url, root)
  addMigration('99999999999999_broken', 'CREATE TABLE "Half" ("id" INTEGER);\nINSERT INTO "Nowhere" VALUES (1)')
  await expect(migrate(database.url, root)).rejects.toThrow(/Nowhere/)
  rmSync(join(root, provider, '99999999999999_broken'), { recursive: true })
  addMigration('99999999999999_whole', 'CREATE TABLE "Half" ("id" INTEGER)')
  expect((await migrate(database.url, root)).applied).toEqual(['99999999999999_whole'])
})

test('a database newer than the program is refused and says so', async () => {
  addMigration('99999999999999_future', 'CREATE TABLE "Future" ("id" INTEGER)')
  await migrate(database.url, root)
  await expect(migrate(database.url)).rejects.toThrow(/made by a newer Broadsheet/)
})

if (provider === 'sqlite') {
  test('a SQLite file is copied before it is changed', async () => {
    await migrate(database.url, root)
    addMigration('99999999999999_later', 'CREATE TABLE "Later" ("id" INTEGER)')
    const { backup } = await migrate(database.url, root)
    expect(backup && existsSync(backup)).toBe(true)
    const before = await openDatabase(`file:${backup}`)
    expect(await before.article.count()).toBe(0)
    await before.$disconnect()
  })

  test('a file that another process holds for a moment is waited for, even to be read', async () => {
    await migrate(database.url, root)
    const other = new BetterSqlite3(database.url.slice('file:'.length))
    other.exec('BEGIN EXCLUSIVE')
    const second = migrate(database.url, root)
    other.exec('COMMIT')
    other.close()
    expect((await second).applied).toEqual([])
  })
}
