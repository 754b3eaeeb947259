import { expect, test } from 'vitest'
import { changedAt, changedPlaces, type Listed } from './changes'

const at = (text: string) => new Date(text)
const listed = (over: Partial<Listed> = {}): Listed => ({
  kind: 'ARTICLE',
  status: 'PUBLISHED',
  path: '/boat/',
  headline: 'Boat',
  locale: 'en',
  publishedAt: at('2026-11-22T08:00:00Z'),
  publishedDay: 20261122,
  revisedAt: null,
  leadImage: null,
  missingImages: null,
  canonicalUrl: null,
  noIndex: false,
  ...over,
})

test('what is published comes into its month’s list, and what is withdrawn leaves it', () => {
  expect(changedPlaces(null, listed())).toEqual([202611])
  expect(changedPlaces(listed(), listed({ status: 'WITHDRAWN' }))).toEqual([202611])
})

test('what nobody sees changes no list', () => {
  expect(changedPlaces(null, listed({ status: 'DRAFT' }))).toEqual([])
  expect(changedPlaces(listed({ status: 'DRAFT' }), listed({ status: 'SCHEDULED', path: '/new/' }))).toEqual([])
})

test('an article that is dated otherwise leaves one month for another', () => {
  expect(changedPlaces(listed(), listed({ publishedDay: 20260301 }))).toEqual([202611, 202603])
})

test('a page stands with the pages', () => {
  expect(changedPlaces(null, listed({ kind: 'PAGE' }))).toEqual(['pages'])
})

test('a revision and another picture change the list; the order of what is stored of a picture does not', () => {
  const image = { src: '/a.jpg', alt: '', caption: '', credit: '', width: 3, height: 2 }
  expect(changedPlaces(listed(), listed({ revisedAt: at('2026-11-23T08:00:00Z') }))).toEqual([202611])
  expect(changedPlaces(listed(), listed({ leadImage: image }))).toEqual([202611])
  const { src, ...others } = image
  expect(changedPlaces(listed({ leadImage: image }), listed({ leadImage: { ...others, src } }))).toEqual([])
})

test('a picture whose file is not here is no picture', () => {
  const picture = { leadImage: { src: '/a.jpg' }, missingImages: ['/a.jpg'] }
  expect(changedPlaces(listed(), listed(picture))).toEqual([])
})

test('a revision that is older than the publication is none', () => {
  const publishedAt = at('2026-11-22T08:00:00Z')
  expect(changedAt({ publishedAt, revisedAt: at('2026-11-20T08:00:00Z') })).toBe(publishedAt)
})

test('what search engines are to leave out, or to find elsewhere, is in no list', () => {
  expect(changedPlaces(listed(), listed({ noIndex: true }))).toEqual([202611])
  expect(changedPlaces(listed(), listed({ canonicalUrl: 'https://agency.example/boat/' }))).toEqual([202611])
  expect(changedPlaces(null, listed({ noIndex: true }))).toEqual([])
})
