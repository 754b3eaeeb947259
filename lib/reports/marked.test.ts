import { expect, test } from 'vitest'
import { findMarked } from './marked'

test('a sentence is found where it stands', () => {
  expect(findMarked('It rained. The first boat left in 1984. It came back.', 'The first boat left in 1984.')).toEqual({
    before: 'It rained. ',
    marked: 'The first boat left in 1984.',
    after: ' It came back.',
  })
})

test('line breaks, quotation marks and case make no other sentence', () => {
  const found = findMarked('She said:\n“The  boat’s gone.”\nThey laughed.', '"the boat\'s\n gone."')
  expect(found?.marked).toBe('“The boat’s gone.”')
})

test('what is not there any more is not found, nor is nothing', () => {
  expect(findMarked('It left in 1985.', 'It left in 1984.')).toBeNull()
  expect(findMarked('It left in 1985.', ' ')).toBeNull()
})

test('only what is around it is shown, in whole words', () => {
  const words = 'tide '.repeat(200)
  const found = findMarked(`${words}Here. ${words}`, 'Here.')
  expect(found?.before.length).toBeLessThan(245)
  expect(found?.before).toMatch(/^…tide /)
  expect(found?.after).toMatch(/ tide…$/)
})

test('a letter whose small form is longer moves nothing', () => {
  expect(findMarked('İİİ. The boat left.', 'The boat left.')?.marked).toBe('The boat left.')
})
