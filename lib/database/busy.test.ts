import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { expect, test } from 'vitest'
import { isDatabaseAway } from './busy'

const coded = (code: string, message = 'a query failed') => Object.assign(new Error(message), { code })
const causedBy = (cause: unknown) => new Error('the page was not rendered', { cause })

function inCircle(): Error {
  const first = new Error('one')
  first.cause = causedBy(first)
  return first
}

test.each([
  ['Prisma found no server', coded('P1001')],
  ['it is starting up', new Error('the database system is starting up')],
  ['the system refused the connection', coded('ECONNREFUSED', '')],
  ['somewhere below', causedBy(causedBy(new Error('connect ECONNREFUSED 127.0.0.1:5432')))],
  ['another process holds the lock', new DriverAdapterError({ kind: 'SocketTimeout' })],
  ['and that below', causedBy(new DriverAdapterError({ kind: 'SocketTimeout' }))],
])('away: %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true)
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'ECONNREFUSED'],
  ['no error', { name: 'DriverAdapterError', code: 'P1001' }],
  ['a fault of ours', new TypeError('undefined is not a function')],
  ['a row that is there already', coded('P2002')],
  ['a query that is wrong', new DriverAdapterError({ kind: 'TableDoesNotExist', table: 'Nothing' })],
  ['causes in a circle', inCircle()],
])('not away: %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false)
})
