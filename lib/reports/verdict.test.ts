import { expect, test } from 'vitest'
import { isMachines, reportStatusAfter } from './verdict'

const plain = { trapped: false, tokenGood: true, links: 0 }
const settings = { holdLinks: 2 }

test('what fills in the field that nobody sees is a machine', () => {
  expect(isMachines({ ...plain, trapped: true }, settings)).toBe(true)
})

test('an old page or a link alone proves nothing; many links from no page of ours do', () => {
  expect(isMachines({ ...plain, tokenGood: false, links: 1 }, settings)).toBe(false)
  expect(isMachines({ ...plain, links: 9 }, settings)).toBe(false)
  expect(isMachines({ ...plain, tokenGood: false, links: 2 }, settings)).toBe(true)
})

test('a verdict changes what it changes, and nothing twice', () => {
  expect(reportStatusAfter('OPEN', 'settle')).toBe('ANSWERED')
  expect(reportStatusAfter('DISMISSED', 'reopen')).toBe('OPEN')
  expect(reportStatusAfter('DISMISSED', 'dismiss')).toBeNull()
})
