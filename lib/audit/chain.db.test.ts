import { afterAll, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '@/lib/db'
import { copyOf } from '@/lib/testing/database'
import { testDatabase } from '@/lib/testing/test-database'
import { beginChain } from './chain-mutations'
import { commandLine, recordDone, recordRefused } from './mutations'
import { FAULTS_LISTED, verifyAuditLog } from './queries'

const site = testDatabase()
const closings: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closings) await close()
})

/** A log of five events of its own, and a way past everything that guards it. */
async function logOf(events: number) {
  const { db, url, close } = await copyOf(inject('template'))
  closings.push(close)
  for (let i = 1; i <= events; i++)
    await recordDone(db, commandLine, { act: 'test', object: `thing:${i}` }, new Date(i))
  const unguarded = async (...statements: string[]) => {
    const drops =
      site.provider === 'sqlite'
        ? ['DROP TRIGGER IF EXISTS "AuditEvent_kept"', 'DROP TRIGGER IF EXISTS "AuditEvent_stays"']
        : ['ALTER TABLE "AuditEvent" DISABLE TRIGGER USER']
    for (const statement of [...drops, ...statements]) await db.$executeRawUnsafe(statement)
  }
  return { db, url, unguarded }
}

const ids = async (db: Database) =>
  (await db.auditEvent.findMany({ orderBy: { id: 'asc' }, select: { id: true } })).map(({ id }) => id)

test('what the site wrote is whole, and its last event can be asked for later', async () => {
  const { db } = await logOf(5)
  const verified = await verifyAuditLog(db)
  expect(verified).toMatchObject({ count: 0, events: 5, begun: null })
  await recordRefused(db, commandLine, { act: 'test', details: { reason: 'no', n: [1.5, null] } }, new Date())
  expect(await verifyAuditLog(db, verified.end)).toMatchObject({ count: 0, events: 6 })
  expect(await verifyAuditLog(db, { ...verified.end, id: 4 })).toMatchObject({
    faults: [{ id: 4, fault: 'missing' }],
  })
})

test('planted: a changed event, one that is gone, two that changed places, one put in, and an end that was cut off', async () => {
  const planted: Record<string, [statement: string[], ...found: object[]]> = {
    changed: [[`UPDATE "AuditEvent" SET "actorName" = 'Nobody' WHERE "id" = 3`], { id: 3, fault: 'changed' }],
    removed: [['DELETE FROM "AuditEvent" WHERE "id" = 3'], { id: 4, fault: 'order' }],
    swapped: [
      [3, -3, 4, 3, -3, 4].flatMap((_, i, all) =>
        i % 2 ? [] : [`UPDATE "AuditEvent" SET "id" = ${all[i + 1]} WHERE "id" = ${all[i]}`],
      ),
      { id: 3, fault: 'order' },
      { id: 4, fault: 'order' },
      { id: 5, fault: 'order' },
    ],
    'put in': [
      [
        `INSERT INTO "AuditEvent" ("at", "actorName", "act", "result", "details", "digest", "chain")
         SELECT "at", "actorName", "act", "result", "details", "digest", "chain" FROM "AuditEvent" WHERE "id" = 5`,
      ],
      { id: 6, fault: 'changed' },
      { id: 6, fault: 'end' },
    ],
    'changed twice, and cut off': [
      [
        `UPDATE "AuditEvent" SET "actorName" = 'Nobody' WHERE "id" IN (2, 4)`,
        'DELETE FROM "AuditEvent" WHERE "id" = 5',
      ],
      { id: 2, fault: 'changed' },
      { id: 4, fault: 'changed' },
      { id: 4, fault: 'end' },
    ],
    'cut off': [['DELETE FROM "AuditEvent" WHERE "id" > 3'], { id: 3, fault: 'end' }],
    'all gone': [['DELETE FROM "AuditEvent"'], { id: 0, fault: 'end' }],
    'cut off with its head': [
      [
        'DELETE FROM "AuditEvent" WHERE "id" > 3',
        `UPDATE "AuditHead" SET "lastId" = 3, "chain" = (SELECT "chain" FROM "AuditEvent" WHERE "id" = 3)`,
      ],
      { id: 3, fault: 'head' },
    ],
    'head gone': [['DELETE FROM "AuditHead"'], { id: 5, fault: 'head' }],
  }
  const found: Record<string, object> = {}
  for (const [name, [statements]] of Object.entries(planted)) {
    const { db, unguarded } = await logOf(5)
    expect(await ids(db)).toEqual([1, 2, 3, 4, 5])
    await unguarded(...statements)
    found[name] = (await verifyAuditLog(db)).faults
  }
  const expected = Object.entries(planted).map(([name, [, ...faults]]) => [name, faults])
  expect(found).toEqual(Object.fromEntries(expected))
})

test('what is written after somebody cut the log off says so, and seals no other end', async () => {
  for (const cut of [
    `UPDATE "AuditHead" SET "lastId" = 3, "chain" = (SELECT "chain" FROM "AuditEvent" WHERE "id" = 3)`,
    `UPDATE "AuditHead" SET "lastId" = 3, "seal" = '', "chain" = (SELECT "chain" FROM "AuditEvent" WHERE "id" = 3)`,
  ]) {
    const { db, unguarded } = await logOf(5)
    await unguarded('DELETE FROM "AuditEvent" WHERE "id" > 3', cut)
    await recordDone(db, commandLine, { act: 'test' }, new Date())
    await beginChain(db, new Date())
    expect((await verifyAuditLog(db)).faults).toContainEqual({ id: 6, fault: 'broken' })
    expect(await db.auditEvent.count()).toBe(5)
  }
})

test('events of several processes at once stand one behind the other, and what was undone has left no gap', async () => {
  const { db, url } = await logOf(1)
  const other = await openDatabase(url)
  const thing = await db.setting.create({ data: { key: 'a row that all of them want', value: 0 } })
  const writing = Array.from({ length: 40 }, (_, i) =>
    (i % 2 ? db : other)
      .$transaction(async (tx) => {
        await recordDone(tx, commandLine, { act: 'test', object: `first:${i}` }, new Date())
        // Recorded before this row is waited for: a head that were held from there on would be waited for crosswise.
        await tx.setting.update({ where: { key: thing.key }, data: { value: i } })
        await recordDone(tx, commandLine, { act: 'test', object: `second:${i}` }, new Date())
        if (i % 10 === 0) throw new Error('undone')
      })
      .catch((error: Error) => {
        if (error.message !== 'undone') throw error
      }),
  )
  await Promise.all(writing)
  await other.$disconnect()
  expect(await verifyAuditLog(db)).toMatchObject({ count: 0, events: 1 + 36 * 2 })
})

const old = {
  actorName: 'Ines',
  act: 'sign-in',
  result: 'DONE',
  details: { by: 'password', a: { z: 1, b: 2 } },
} as const

test('a log from before there was a chain gets one, once, and says so', async () => {
  const { db } = await logOf(0)
  const now = new Date()
  expect(await beginChain(db, now)).toBe(0)
  await db.auditEvent.createMany({ data: Array.from({ length: 502 }, (_, i) => ({ ...old, at: new Date(i) })) })
  expect(await beginChain(db, now)).toBe(502)
  expect(await verifyAuditLog(db)).toMatchObject({ count: 0, events: 503, begun: { id: 503, at: now } })
  const begun = await db.auditEvent.findUnique({ where: { id: 503 } })
  expect(begun).toMatchObject({ act: 'audit.begun', details: { events: 502, lastId: 502 } })
  await db.auditEvent.create({ data: { ...old, at: new Date() } })
  expect(await beginChain(db, now)).toBe(0)
  await recordDone(db, commandLine, { act: 'test' }, new Date())
  expect((await verifyAuditLog(db)).faults).toEqual([{ id: 504, fault: 'unchained' }])
})

test('planted: whoever takes the chain off, to have a log of their own taken in, is found by the next act and by the next start', async () => {
  const forge = [
    `UPDATE "AuditEvent" SET "digest" = '', "chain" = '', "actorName" = 'Nobody'`,
    `UPDATE "AuditHead" SET "lastId" = 0, "chain" = '', "seal" = ''`,
  ]
  const { db, unguarded } = await logOf(2)
  await unguarded(...forge)
  await recordDone(db, commandLine, { act: 'test' }, new Date())
  expect((await verifyAuditLog(db)).faults).toEqual([
    { id: 1, fault: 'unchained' },
    { id: 2, fault: 'unchained' },
    { id: 3, fault: 'broken' },
  ])

  const updated = await logOf(0)
  await updated.db.auditEvent.create({ data: { ...old, at: new Date() } })
  await beginChain(updated.db, new Date())
  await updated.unguarded(...forge)
  expect(await beginChain(updated.db, new Date())).toBe(2)
  expect((await verifyAuditLog(updated.db)).faults).toEqual([{ id: 3, fault: 'again' }])
})

test('of many faults the first are listed, and all counted', async () => {
  const { db, unguarded } = await logOf(0)
  await db.auditEvent.createMany({
    data: Array.from({ length: FAULTS_LISTED + 5 }, (_, i) => ({ ...old, at: new Date(i) })),
  })
  await beginChain(db, new Date())
  await unguarded(`UPDATE "AuditEvent" SET "actorName" = 'Nobody'`)
  const { faults, count } = await verifyAuditLog(db)
  expect([faults.length, count]).toEqual([FAULTS_LISTED, FAULTS_LISTED + 6])
})

test('an event that was given its place keeps it, whoever asks', async () => {
  const { db } = await logOf(1)
  const where = { id: 1 }
  await expect(db.auditEvent.update({ where, data: { chain: 'another' } })).rejects.toThrow()
  await expect(db.auditEvent.update({ where, data: { digest: 'another', chain: 'another' } })).rejects.toThrow()
})
