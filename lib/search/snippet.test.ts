import { expect, test } from 'vitest'
import { parseQuery } from './query'
import { snippetOf } from './snippet'

/** Hits in brackets. */
const snippet = (text: string, query: string) =>
  snippetOf(text, parseQuery(query))
    ?.map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('') ?? null
const filler = (count: number, word = 'filler') => Array.from({ length: count }, () => word).join(' ')

test('what was looked for is marked as it is written, neighbours together', () => {
  expect(snippet('The night ferries of Ellerhaven.', 'ferry night')).toBe('The [night ferries] of Ellerhaven.')
  expect(snippet('Über die Straße', 'strasse uber')).toBe('[Über] die [Straße]')
  expect(snippet('از کتاب‌های تازه', 'کتابها')).toBe('از [کتاب‌های] تازه')
  expect(snippet('An e-mail came.', 'email')).toBe('An [e-mail] came.')
})

test('a phrase is marked where it stands as one', () => {
  expect(snippet('A night, a ferry, the night ferry.', '"night ferry"')).toBe('A night, a ferry, the [night ferry].')
})

test('the part with most of the words is shown, with the ellipsis where something is left out', () => {
  const text = `A boat alone. ${filler(60)}. Here the boat and the quay meet. ${filler(60)}`
  const shown = snippet(text, 'boat quay') ?? ''
  expect(shown).toMatch(/^… Here the \[boat\] and the \[quay\] meet\. filler .* filler …$/)
})

test('it begins where a sentence does if one begins nearby, else some words before', () => {
  expect(snippet(`${filler(60)}. “One two,” three boat.`, 'boat')).toBe('… “One two,” three [boat].')
  expect(snippet(`${filler(60)} boat.`, 'boat')).toBe(`… ${filler(10)} [boat].`)
})

test('it has 40 words at most', () => {
  const shown = snippet(`${filler(100)} boat ${filler(100)} boat`, 'boat') ?? ''
  expect(shown.replace(/^… | …$/g, '').split(' ').length).toBeLessThanOrEqual(40)
})

test('a text without spaces is cut too, between characters', () => {
  const shown = snippet(`東京${'😀'.repeat(5_000)}`, '東京') ?? ''
  expect(shown.length).toBeLessThan(900)
  expect(shown.isWellFormed()).toBe(true)
})

test('of a long text no more is read than shows everything, and nothing is missed for it', () => {
  const rest = Array.from({ length: 400 }, (_, i) => `Line ${i} says ${filler(9)}`).join('\n')
  expect(snippet(`A boat.\n${rest}`, 'boat')).toBe(snippet(`A boat.\n${rest}\nA boat again.`, 'boat'))
  // The better place is the last line, also for a phrase that two lines share.
  expect(snippet(`A boat.\n${rest}\nA boat at the quay.`, 'boat quay')).toMatch(/^… .*A \[boat\] at the \[quay\]\.$/)
  expect(snippet(`Night.\n${rest}\nAt night\nferries go.`, '"night ferries"')).toMatch(/At \[night ferries\] go\.$/)
  expect(snippet(rest, 'boat')).toBeNull()
})

test('a phrase across the end of what is read first is found', () => {
  for (const i of Array.from({ length: 40 }, (_, at) => at)) {
    const before = `${'x'.repeat(i + 1)} ${filler(140)} night`
    expect(snippet(`${before}\nferry\n${filler(100)}\n${filler(100)}`, '"night ferry"')).toContain('[night ferry]')
  }
})

test('lines become one', () => {
  expect(snippet('One.\nThe boat.\nThree.', 'boat')).toBe('One. The [boat]. Three.')
})

test('markup in a text stays text', () => {
  expect(snippetOf('<script>alert(1)</script> boat', parseQuery('script'))).toEqual([
    { text: '<', hit: false },
    { text: 'script', hit: true },
    { text: '>alert(1)</', hit: false },
    { text: 'script', hit: true },
    { text: '> boat', hit: false },
  ])
})

test('where none of the words occurs there is none', () => {
  expect(snippet('Nothing here.', 'boat')).toBeNull()
  expect(snippet('The boat.', '-boat')).toBeNull()
})
