import { expect, test } from 'vitest'
import { initials } from './initials'

test.each([
  ['Oda Fenwick', 'OF'],
  ['‘Ali al-Baqir', 'AB'],
  ['نورا الدهان', 'ن'],
  ['Cher', 'C'],
  ['—', ''],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
