import { expect, test } from 'vitest'
import { sortName } from './sort-name'

test('case and accents make no difference, and what is nothing else stays', () => {
  expect(['Éclair', 'ATO', 'Straße', 'أخبار', '\u0301'].map(sortName)).toEqual([
    'eclair',
    'ato',
    'straße',
    'اخبار',
    '\u0301',
  ])
})
