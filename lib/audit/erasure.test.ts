import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type AuditFacts, type ChainedRow, chained, digestOf, rowFault } from './chain'
import { ERASED, ERASED_OBJECT, erasedTo, type Person, without } from './erasure'

const hash = (purpose: string, text: string) => createHash('sha256').update(`${purpose} ${text}`).digest('base64url')
const facts = (over: Partial<AuditFacts> = {}): AuditFacts => ({
  at: new Date('2026-11-28T12:00:00.001Z'),
  actorId: 'ines',
  actorName: 'Ines',
  act: 'people.invite',
  object: '',
  result: 'DONE',
  details: {},
  address: '192.0.2.1',
  salt: 'salt',
  ...over,
})
const gone: Person = { email: 'a.b@x.example', accountId: null, comments: new Set(['comment:7']) }

test('the address goes wherever it is spelled, and nobody else’s that it is part of', () => {
  const details = {
    email: 'A.B@x.example',
    list: ['to <a.b@x.example>, → a.b@x.example.', 'maria.b@x.example', 'a-b@x.example', 'a.b@x.example.net'],
    count: 3,
  }
  expect(without(facts({ details }), gone)).toEqual({
    actorName: 'Ines',
    address: '192.0.2.1',
    details: { email: '…', list: ['to <…>, → ….', ...details.list.slice(1)], count: 3 },
  })
  expect(without(facts({ details: { email: 'maria.b@x.example' } }), gone)).toBeNull()
})

test('what an editor changed of their words goes, and of others’ it stays', () => {
  const edit = (object: string) =>
    without(facts({ act: 'comments.edit', object, details: { before: 'Call me.' } }), gone)
  expect(edit('comment:7')).toMatchObject({ actorName: 'Ines', details: { before: '…' } })
  expect(edit('comment:8')).toBeNull()
})

test('of somebody who was let in and is no more the name, the whereabouts and their keys’ names go', () => {
  const person = { ...gone, accountId: 'oda' }
  const said = facts({ actorId: 'oda', actorName: 'Oda', act: 'account.addPasskey', details: { name: 'Oda’s phone' } })
  expect(without(said, person)).toEqual({ actorName: '', address: '', details: { name: '…' } })
  const knocked = facts({
    actorId: null,
    actorName: '',
    act: 'sign-in',
    object: 'user:oda',
    details: { by: 'password' },
  })
  expect(without(knocked, person)).toEqual({ actorName: '', address: '', details: { by: 'password' } })
  expect(without(facts({ object: 'user:oda' }), person)).toBeNull()
  expect(without(said, gone)).toBeNull()
})

/** A log of one event, and what each of these writings of it is noted as. */
function logOf(...texts: string[]) {
  const noted = texts.map((text) => {
    const kept = { 1: digestOf(facts({ actorName: text, salt: '' }), hash) }
    return facts({ act: ERASED, object: ERASED_OBJECT, details: { events: 1, kept } })
  })
  return chained('', [facts(), ...noted], hash).map((row, at): ChainedRow => ({ ...row, id: at + 1 }))
}

test('an event that somebody was taken out of is whole as it was noted last, and no other way', () => {
  const [event, ...erasures] = logOf('first', 'second') as [ChainedRow, ...ChainedRow[]]
  const digest = erasedTo(erasures.reverse(), hash).get(1)
  const as = (over: Partial<ChainedRow>) => rowFault({ ...event, ...over }, '', hash, digest)
  expect(as({ actorName: 'second', salt: '' })).toBeNull()
  // What was between, and what it said at first.
  expect([as({ actorName: 'first', salt: '' }), as({})]).toEqual(['changed', 'changed'])
  expect(as({ actorName: 'second' })).toBe('changed')
  expect(rowFault({ ...event, actorName: 'second', salt: '' }, 'elsewhere', hash, digest)).toBe('order')
})

test('planted: an erasure that this site did not write is not believed', () => {
  const [, erasure] = logOf('first') as [ChainedRow, ChainedRow]
  const kept = { 1: digestOf(facts({ actorName: 'Nobody', salt: '' }), hash) }
  expect(erasedTo([{ ...erasure, details: { events: 1, kept } }], hash).size).toBe(0)
  expect(erasedTo([{ ...erasure, chain: '' }], hash).size).toBe(0)
  expect(erasedTo([{ ...erasure, act: 'test' }], hash).size).toBe(0)
  expect(erasedTo([erasure], hash).size).toBe(1)
})

test('somebody may be taken out of an erasure too', () => {
  const [, first] = logOf('first') as [ChainedRow, ChainedRow]
  const emptied = { ...first, actorName: '', salt: '' }
  const later = facts({
    act: ERASED,
    object: ERASED_OBJECT,
    details: { events: 1, kept: { 2: digestOf(emptied, hash) } },
  })
  const [second] = chained(first.chain, [later], hash).map((row): ChainedRow => ({ ...row, id: 3 })) as [ChainedRow]
  expect([...erasedTo([second, emptied], hash).keys()].sort()).toEqual([1, 2])
  expect([...erasedTo([emptied], hash).keys()]).toEqual([])
})
