import { expect, test } from 'vitest'
import { GAP, searchDocument, tokensOf } from './document'

const at = new Date('2026-11-22T06:30:00Z')

test('a document is words in three parts, with a gap after every text and the headline’s words once more, marked', () => {
  const { headline, about, body } = searchDocument(7, at, {
    headline: 'Night ferries',
    dek: 'The last.',
    names: ['‘Ali al-Baqir', ''],
    tags: ['Ferries'],
    body: tokensOf('Boats.'),
  })
  expect(headline).toEqual(['night', 'ferri', GAP, '§night', '§ferri'])
  expect(about).toEqual(['the', 'last', GAP, 'ali', 'al', 'baqir', GAP, 'albaqir', GAP, GAP, 'ferri', GAP])
  expect(body).toEqual(['boat'])
})
