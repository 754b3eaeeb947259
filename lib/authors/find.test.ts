import { expect, test } from 'vitest'
import type { Author } from './author'
import { authorIndex, authorsBegun, authorsNamed } from './find'

const author = (id: number, name: string, spellings: string[] = []): Author => ({
  ...{ id, slug: `author-${id}`, name, spellings, bio: '', beat: '', locale: null, portrait: null, links: [] },
})
const maren = author(1, 'Maren Øvergård', ['مارن أوفرغارد', 'Марен Эвергорд', 'Maren Overgaard'])
const ali = author(2, 'Ali Rezai')
const index = authorIndex([maren, ali], 'en')
const named = (typed: string) => authorsNamed(index, typed).map(({ id }) => id)

test.each(['Maren Øvergård', 'maren overgard', 'OVERGAARD', 'مارن اوفرغارد', 'марен эвергорд', 'Øvergård, Maren'])(
  'looked for as “%s” she is found',
  (typed) => {
    expect(named(typed)).toEqual([1])
  },
)

test.each(['Maren Rezai', 'Mar', 'ali maren', '', '…'])('looked for as “%s” nobody is', (typed) => {
  expect(named(typed)).toEqual([])
})

test('words of two spellings are no name', () => {
  expect(named('Maren Эвергорд')).toEqual([])
})

test.each([
  ['mar øv', [1]],
  ['rez', [2]],
  ['author-1', [1]],
  ['zz', []],
  ['  ', [2, 1]],
])('whoever has typed “%s” so far sees %j', (typed, ids) => {
  expect(authorsBegun(index, typed).map(({ id }) => id)).toEqual(ids)
})
