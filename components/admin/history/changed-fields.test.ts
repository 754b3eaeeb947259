import { expect, test } from 'vitest'
import { type Content, contentSchema } from '@/lib/articles/editing/content'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { changedFields, type FieldChange } from './changed-fields'

const { fields, revisions } = writingWordsFor('en')
const { seo, ai } = fieldsWordsFor('en')
const names = {
  categories: new Map([
    [1, 'Harbour'],
    [2, 'Weather'],
  ]),
  tags: new Map([
    [1, 'wind'],
    [2, 'tide'],
  ]),
  authors: new Map([
    [1, 'Maren'],
    [2, 'Idris'],
  ]),
  parents: new Map([[4, 'About us']]),
}
const base: Content = contentSchema.parse({
  ...{ slug: 'boats', headline: 'Boats', kicker: null, dek: null, excerpt: null, label: 'NEWS', body: '<p>Words.</p>' },
  ...{ locale: 'en', bylineOverride: null, leadImage: null, primaryCategoryId: null, categoryIds: [], tagIds: [] },
  ...{ authorIds: [], parentId: null, position: 0 },
})
const image = { src: '/a.jpg', alt: 'A boat', caption: 'At noon', credit: 'Idris', width: 10, height: 10 }
const text = (parts: FieldChange['after']) => parts.map((part) => part.text).join('')
const changes = (before: Partial<Content>, after: Partial<Content>, locale = 'en') =>
  changedFields({ ...base, ...before }, { ...base, ...after }, names, locale).map(
    ({ label, before: was, after: is }) => [label, text(was), text(is)],
  )

test('two versions that say the same differ in nothing', () => {
  expect(changes({ tagIds: [1, 2] }, { tagIds: [2, 1] })).toEqual([])
})

test.each<[Partial<Content>, string, string]>([
  [{ headline: 'Ships' }, fields.headline, 'Ships'],
  [{ kicker: 'At sea' }, fields.kicker, 'At sea'],
  [{ dek: 'They float.' }, fields.dek, 'They float.'],
  [{ excerpt: 'Of boats' }, fields.excerpt, 'Of boats'],
  [{ authorIds: [2, 1], authorRoles: { 2: 'photographs' } }, fields.byline, 'Idris (Photographs) and Maren'],
  [{ authorIds: [1], authorRoles: { 1: 'Drone pilot' } }, fields.byline, 'Maren (Drone pilot)'],
  [{ bylineOverride: 'Agencies' }, fields.bylineOverride, 'Agencies'],
  [{ primaryCategoryId: 1, categoryIds: [1] }, fields.category, 'Harbour'],
  [{ categoryIds: [2] }, fields.others, 'Weather'],
  [{ tagIds: [1, 2] }, fields.tags, 'tide and wind'],
  [{ label: 'OPINION' }, fields.label, 'Opinion'],
  [{ locale: 'fa' }, fields.language, 'Persian'],
  [{ slug: 'ships' }, fields.slug, 'ships'],
  [{ parentId: 4 }, revisions.parent, 'About us'],
  [{ seoTitle: 'All boats' }, seo.seoTitle, 'All boats'],
  [{ seoDescription: 'All of them' }, seo.description, 'All of them'],
  [{ canonicalUrl: 'https://a.example/' }, seo.canonical, 'https://a.example/'],
  [{ noIndex: true }, seo.noIndex, revisions.yes],
  [{ aiUse: 'ASSISTED' }, ai.use, ai.uses.ASSISTED],
  [{ aiNote: 'It translated.' }, ai.note, 'It translated.'],
])('%o is a change of its own', (after, label, says) => {
  expect(changes({}, after)).toEqual([[label, expect.any(String), says]])
})

test('of a lead image each part is a change of its own', () => {
  expect(changes({ leadImage: image }, { leadImage: { ...image, alt: 'A red boat' } })).toEqual([
    [fields.alt, 'A boat', 'A red boat'],
  ])
  expect(changes({}, { leadImage: image }).map(([label]) => label)).toEqual([
    ...[fields.lead, fields.alt, fields.caption, fields.credit],
  ])
})

test('only the words that differ are marked', () => {
  const [change] = changedFields({ ...base, headline: 'Two boats' }, { ...base, headline: 'Two ships' }, names, 'en')
  expect(change?.after).toEqual([
    { text: 'Two ', changed: false },
    { text: 'ships', changed: true },
  ])
})

test('what was deleted meanwhile is still a change', () => {
  expect(changes({ tagIds: [9] }, {})).toEqual([[fields.tags, revisions.gone(9), '']])
})

test('the first version is compared with nothing', () => {
  expect(changedFields(null, base, names, 'en').find(({ label }) => label === fields.headline)).toMatchObject({
    before: [],
    after: [{ text: 'Boats', changed: true }],
  })
})
