import { expect, test } from 'vitest'
import { idsOf, isUntouched, readNames } from './names'

test('names are lines, each once', () => {
  expect(readNames(' Maren Voss\r\n\nIdris, the younger\nMaren Voss ')).toEqual(['Maren Voss', 'Idris, the younger'])
  expect(readNames('')).toEqual([])
})

const known = [
  { id: 1, name: 'Maren' },
  { id: 2, name: 'Idris' },
  { id: 3, name: 'Idris' },
]

test('a name means whoever has it, and of two of one name the one who stood there', () => {
  expect(idsOf(['Maren'], known, [])).toEqual({ ok: true, ids: [1] })
  expect(idsOf(['Idris', 'Maren'], known, [3])).toEqual({ ok: true, ids: [3, 1] })
})

test('a name that nobody has, or two of whom neither stood there, means nobody', () => {
  expect(idsOf(['Maren', 'Leyla'], known, [])).toEqual({ ok: false, name: 'Leyla' })
  expect(idsOf(['Idris'], known, [1])).toEqual({ ok: false, name: 'Idris' })
})

test('names that were not touched are those that were shown, of two of one name too', () => {
  expect(isUntouched(['Idris', 'Maren'], [2, 3, 1], known)).toBe(true)
  expect(isUntouched(['Maren', 'Idris'], [2, 3, 1], known)).toBe(false)
  expect(isUntouched(['Idris'], [2, 3, 1], known)).toBe(false)
})
