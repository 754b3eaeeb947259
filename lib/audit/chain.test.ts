import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type AuditFacts, BROKEN, chained, digestOf, headFault, rowFault, sealOf } from './chain'

const hash = (purpose: string, text: string) => createHash('sha256').update(`${purpose} ${text}`).digest('base64url')
const facts = (over: Partial<AuditFacts> = {}): AuditFacts => ({
  at: new Date('2026-11-28T12:00:00.001Z'),
  actorId: 'ines',
  actorName: 'Ines',
  act: 'articles.publish',
  object: 'article:1',
  result: 'DONE',
  details: {},
  address: '192.0.2.1',
  salt: '',
  ...over,
})

test('the same details in another order are the same', () => {
  const one = facts({ details: { b: [1, { d: 1, c: 'x' }], a: null, gone: undefined } })
  const other = facts({ details: { a: null, b: [1, { c: 'x', d: 1 }] } })
  expect(digestOf(one, hash)).toBe(digestOf(other, hash))
})

test('whatever is changed in a row shows', () => {
  const changes: Partial<AuditFacts>[] = [
    { at: new Date('2026-11-28T12:00:00.002Z') },
    { actorId: null },
    { actorName: 'Oda' },
    { act: 'articles.trash' },
    { object: 'article:2' },
    { result: 'REFUSED' },
    { details: { a: 1 } },
    { address: '' },
    { salt: 'x' },
    // What moves from one field into the next.
    { act: 'articles.publisharticle:1', object: '' },
  ]
  const digests = changes.map((change) => digestOf(facts(change), hash))
  expect(new Set([digestOf(facts(), hash), ...digests]).size).toBe(changes.length + 1)
})

const rows = chained('', [facts(), facts({ object: 'article:2' })], hash).map((row, i) => ({ ...row, id: i + 1 }))
const [first, second] = rows as [(typeof rows)[0], (typeof rows)[0]]

test('a row is whole behind the one that it was written after, and behind no other', () => {
  expect(rowFault(first, '', hash)).toBeNull()
  expect(rowFault(second, first.chain, hash)).toBeNull()
  expect(rowFault(second, '', hash)).toBe('order')
  expect(rowFault({ ...second, actorName: 'Oda' }, first.chain, hash)).toBe('changed')
  expect(rowFault({ ...second, chain: '' }, first.chain, hash)).toBe('unchained')
})

test('a row that says the log was broken keeps saying so', () => {
  const [broken] = chained('', [facts({ act: BROKEN })], hash)
  expect(broken && rowFault({ ...broken, id: 1 }, '', hash)).toBe('broken')
})

test('the end is where the head says, and the head is sealed', () => {
  const end = { lastId: 2, chain: second.chain }
  const head = { ...end, seal: sealOf(end, hash) }
  expect(headFault(head, second, hash)).toBeNull()
  expect(headFault(head, first, hash)).toBe('end')
  expect(headFault({ lastId: 1, chain: first.chain, seal: head.seal }, first, hash)).toBe('head')
  expect([headFault(null, first, hash), headFault(null, null, hash)]).toEqual(['head', null])
})
