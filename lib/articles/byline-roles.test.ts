import { expect, test } from 'vitest'
import type { Author } from '@/lib/authors/author'
import { creditsOf, writersOf } from './byline-roles'

const author = (id: number): Author => ({
  ...{ id, slug: `a-${id}`, name: `Author ${id}`, bio: '' },
  ...{ locale: null, portrait: null, links: [], beat: '', spellings: [] },
})
const authors = [1, 2, 3, 4].map(author)

test('who wrote it comes first, then each role once, in the order of the byline', () => {
  const roles = { 1: 'photographs', 3: 'Drone pilot', 4: 'photographs' }
  const credits = creditsOf({ authors, override: null, roles })
  expect(credits.map(({ role, authors: who }) => [role, who.map(({ id }) => id)])).toEqual([
    [null, [2]],
    ['photographs', [1, 4]],
    ['Drone pilot', [3]],
  ])
})

test('a list names who wrote it', () => {
  expect(writersOf({ authors, override: null, roles: { 1: 'photographs' } }).map(({ id }) => id)).toEqual([2, 3, 4])
})

test('a list names everybody where nobody is said to have written it', () => {
  const roles = { 1: 'photographs', 2: 'video', 3: 'video', 4: 'data' }
  expect(writersOf({ authors, override: null, roles })).toHaveLength(4)
})
