import { expect, test } from 'vitest'
import { type DocumentNode, documentOf } from '@/lib/documents/document'
import { type CheckFacts, checksOf, shownTo } from './checks'

const words: DocumentNode = { type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }
const heading = (level: number): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text: 'H' }],
})
const image = (attrs: DocumentNode['attrs']): DocumentNode => ({ type: 'image', attrs: { src: '/a.jpg', ...attrs } })
const linked = (href: string, text = 'the plan'): DocumentNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }],
})
const facts = (over: Partial<CheckFacts> = {}, ...blocks: DocumentNode[]): CheckFacts => ({
  kind: 'ARTICLE',
  headline: 'Ferry to close',
  dek: 'For eleven weeks.',
  primaryCategoryId: 1,
  hasByline: true,
  leadImage: { alt: 'A ferry', credit: 'Idris Vane' },
  seoTitle: null,
  seoDescription: null,
  noIndex: false,
  aiUse: 'NONE',
  aiNote: null,
  document: documentOf([words, ...blocks]),
  siteUrl: 'https://courier.example',
  ...over,
})
const kinds = (of: CheckFacts) => checksOf(of).map(({ kind, must, count }) => `${must ? '!' : ''}${kind} ${count}`)

test('an article with everything has nothing between it and its readers', () => {
  expect(kinds(facts({}, heading(2), heading(3), image({ alt: 'A slipway', credit: 'Idris Vane' })))).toEqual([])
})

test.each([
  [facts({ headline: ' ' }), ['!headlineMissing 1']],
  [facts({ primaryCategoryId: null, hasByline: false }), ['categoryMissing 1', 'bylineMissing 1']],
  [facts({ kind: 'PAGE', primaryCategoryId: null, hasByline: false }), []],
  [facts({ document: documentOf([]) }), ['!textMissing 1']],
  [facts({ headline: 'x'.repeat(61) }), ['headlineLong 1']],
  [facts({ headline: 'x'.repeat(61), seoTitle: 'Ferry to close' }), []],
  [facts({ seoTitle: 'x'.repeat(61) }), ['seoTitleLong 1']],
  [facts({ seoDescription: 'x'.repeat(156) }), ['seoDescriptionLong 1']],
  [facts({ noIndex: true }), ['hiddenFromSearch 1']],
  [facts({ aiUse: 'ASSISTED', aiNote: ' ' }), ['aiNoteMissing 1']],
  [
    facts({ dek: null, primaryCategoryId: null, hasByline: false }),
    ['dekMissing 1', 'categoryMissing 1', 'bylineMissing 1'],
  ],
  [facts({ leadImage: { alt: '', credit: '' } }), ['!altMissing 1', 'creditMissing 1']],
  [facts({}, image({ credit: 'I. V.' }), image({ alt: ' ', credit: 'I. V.' })), ['!altMissing 2']],
  [facts({}, image({ decorative: true, credit: 'I. V.' })), []],
  [facts({}, { type: 'gallery', content: [image({ credit: 'I. V.' })] }), ['!altMissing 1']],
  [
    facts({}, linked('/admin/'), linked('#gone'), linked('/x/', 'here')),
    ['!linkInside 1', 'linkNowhere 1', 'linkVague 1'],
  ],
  [facts({}, heading(3)), ['headingOrder 1']],
  [facts({}, heading(2), heading(4)), ['headingOrder 1']],
  [facts({}, heading(2), heading(3), heading(2)), []],
])('%#: what is missing is named, and what must not be', (of, named) => {
  expect(kinds(of)).toEqual(named)
})

test('what a search result has no room for is left out between two words', () => {
  expect(shownTo('Ferry to close', 60)).toBe('Ferry to close')
  expect(shownTo('Ferry crossing to close for eleven weeks', 20)).toBe('Ferry crossing to …')
  expect(shownTo('x'.repeat(30), 20)).toBe(`${'x'.repeat(20)} …`)
})
