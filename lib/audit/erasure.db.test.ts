import { afterAll, expect, inject, test } from 'vitest'
import { copyOf } from '@/lib/testing/database'
import { testDatabase } from '@/lib/testing/test-database'
import { beginChain } from './chain-mutations'
import { eraseFromLog } from './erase-mutations'
import type { Person } from './erasure'
import { commandLine, recordDone } from './mutations'
import { verifyAuditLog } from './queries'

const site = testDatabase()
const now = new Date('2026-11-28T12:00:00Z')
const closings: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closings) await close()
})

const oda = { id: 'oda', name: 'Oda Falk', address: '192.0.2.7' }
const person: Person = { email: 'oda_f@falk.example', accountId: 'oda', comments: new Set(['comment:1']) }
const old = { actorName: 'Oda Falk', actorId: 'oda', address: '192.0.2.7', act: 'sign-in', result: 'DONE' } as const

/** A log that names Oda in every way, from before there was a chain and from after. */
async function logged() {
  const { db, close } = await copyOf(inject('template'))
  closings.push(close)
  await db.auditEvent.create({ data: { ...old, object: 'user:oda', details: { by: 'password' }, at: now } })
  await beginChain(db, now)
  await recordDone(db, commandLine, { act: 'people.invite', details: { email: 'ODA_F@falk.example' } }, now)
  await recordDone(db, commandLine, { act: 'people.invite', details: { email: 'odaxf@falk.example' } }, now)
  await recordDone(db, oda, { act: 'articles.publish', object: 'article:1' }, now)
  await recordDone(db, commandLine, { act: 'comments.edit', object: 'comment:1', details: { before: 'Oda’s' } }, now)
  await recordDone(db, commandLine, { act: 'comments.edit', object: 'comment:2', details: { before: 'Theirs' } }, now)
  const erase = (of = person) => db.$transaction((tx) => eraseFromLog(tx, of, commandLine, now))
  const unguarded = async (statement: string) => {
    const drop =
      site.provider === 'sqlite'
        ? 'DROP TRIGGER IF EXISTS "AuditEvent_kept"'
        : 'ALTER TABLE "AuditEvent" DISABLE TRIGGER USER'
    for (const one of [drop, statement]) await db.$executeRawUnsafe(one)
  }
  return { db, erase, unguarded }
}

test('what named somebody is nowhere in the log any more, the rest is, and the chain is whole', async () => {
  const { db, erase } = await logged()
  const before = await db.auditEvent.findMany({ orderBy: { id: 'asc' } })
  expect(await erase()).toBe(4)
  expect(await verifyAuditLog(db)).toMatchObject({ count: 0, events: before.length + 1 })
  const after = await db.auditEvent.findMany({ orderBy: { id: 'asc' } })
  expect(JSON.stringify(after)).not.toMatch(/oda_f|Oda Falk|Oda’s|192\.0\.2\.7/i)
  expect(JSON.stringify(after)).toMatch(/odaxf@falk\.example.*Theirs/)
  const places = ({ id, at, act, object, digest, chain }: (typeof before)[0]) => [id, at, act, object, digest, chain]
  expect(after.slice(0, -1).map(places)).toEqual(before.map(places))
  // A second time there is nothing to take out, and somebody else may be taken out of the same events.
  expect(await erase()).toBe(0)
  await recordDone(db, oda, { act: 'people.invite', details: { email: 'other@falk.example' } }, now)
  expect(await erase({ ...person, email: 'other@falk.example', accountId: null })).toBe(1)
  expect(await erase()).toBe(1)
  expect(await verifyAuditLog(db)).toMatchObject({ count: 0 })
})

test('planted: words brought back, other words, and an erasure that nobody noted', async () => {
  const planted = {
    'brought back': `UPDATE "AuditEvent" SET "actorName" = 'Oda Falk', "address" = '192.0.2.7' WHERE "act" = 'articles.publish'`,
    'put in their place': `UPDATE "AuditEvent" SET "actorName" = 'Ines' WHERE "act" = 'articles.publish'`,
    'not noted': `UPDATE "AuditEvent" SET "actorName" = '', "salt" = '', "erased" = 1 WHERE "act" = 'people.invite'`,
    'made up': `UPDATE "AuditEvent" SET "details" = '{"events":1,"kept":{"2":"x"}}' WHERE "act" = 'audit.erased'`,
  }
  const found: Record<string, string[]> = {}
  for (const [name, statement] of Object.entries(planted)) {
    const { db, erase, unguarded } = await logged()
    await erase()
    await unguarded(statement)
    found[name] = (await verifyAuditLog(db)).faults.map(({ id, fault }) => `${id} ${fault}`)
  }
  expect(found).toMatchObject({ 'brought back': ['5 changed'], 'put in their place': ['5 changed'] })
  expect(found['not noted']).toEqual(['3 changed', '4 changed'])
  expect(found['made up']).toEqual(['1 changed', '3 changed', '5 changed', '6 changed', '8 changed'])
})

test('planted: nobody takes more out of an event than names somebody', async () => {
  const { db } = await logged()
  const where = { id: 5 }
  const erased = { increment: 1 }
  for (const data of [
    { actorName: '' },
    { erased },
    { actorName: '', erased },
    { actorName: '', salt: '', erased, act: 'other' },
    { salt: '', erased, object: 'article:2' },
    { salt: '', erased, digest: 'x' },
    { salt: '', erased: 2 },
  ])
    await expect(db.auditEvent.update({ where, data }), JSON.stringify(data)).rejects.toThrow()
  await db.auditEvent.update({ where, data: { actorName: '', salt: '', erased } })
})

test('while somebody is taken out, the log can be read', async () => {
  const { db, erase } = await logged()
  const acts = Array.from({ length: 30 }, () => recordDone(db, oda, { act: 'test' }, now))
  const reading = Promise.all(Array.from({ length: 5 }, () => verifyAuditLog(db)))
  await Promise.all([...acts, erase(), erase()])
  for (const { count } of await reading) expect(count).toBe(0)
  await erase()
  expect(await verifyAuditLog(db)).toMatchObject({ count: 0 })
  expect(await db.auditEvent.count({ where: { actorName: 'Oda Falk' } })).toBe(0)
})
