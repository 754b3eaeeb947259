import { expect, test } from 'vitest'
import { structuredFaults } from './check'

const SITE = 'https://news.example'
const logo = { '@type': 'ImageObject', url: `${SITE}/icon.png` }
const article = {
  '@type': 'NewsArticle',
  headline: 'Boat',
  datePublished: '2026-11-22T06:30:00.000Z',
  dateModified: '2026-11-22T06:30:00+01:00',
  author: [{ '@type': 'Person', name: 'Maren', url: `${SITE}/author/maren/` }],
  publisher: { '@type': 'NewsMediaOrganization', name: 'Post', url: SITE, logo },
  mainEntityOfPage: `${SITE}/boat/`,
}
const faultsOf = (...things: object[]) =>
  structuredFaults(JSON.stringify({ '@context': 'https://schema.org', '@graph': things }), SITE)

test('an article that says everything has no fault', () => {
  expect(faultsOf(article)).toEqual([])
  expect(faultsOf({ ...article, author: [{ '@type': 'Organization', name: 'Agencies' }] })).toEqual([])
})

test.each<[object, string]>([
  [{ headline: undefined }, 'NewsArticle has no headline'],
  [{ headline: '' }, 'NewsArticle has no headline'],
  [{ author: [] }, 'NewsArticle has no author.name'],
  [
    { author: [...article.author, { '@type': 'Person', name: 'Jonas' }] },
    'NewsArticle has no author.url or author.@type=Organization',
  ],
  [{ datePublished: '2026-11-22' }, 'datePublished is no time with a zone: 2026-11-22'],
  [{ mainEntityOfPage: '/boat/' }, 'mainEntityOfPage is not absolute: /boat/'],
  [{ mainEntityOfPage: 'https://evil.example/' }, 'mainEntityOfPage is not of this site: https://evil.example/'],
  [{ publisher: { name: 'Post' } }, 'NewsArticle has no publisher.logo.url'],
])('planted: an article with %o', (planted, fault) => {
  expect(faultsOf({ ...article, ...planted })).toContain(fault)
})

test('planted: a breadcrumb out of order, or that leads nowhere on the way', () => {
  const item = (position: number, over: object = {}) => ({
    '@type': 'ListItem',
    position,
    name: 'A',
    item: SITE,
    ...over,
  })
  const list = (...items: object[]) => faultsOf({ '@type': 'BreadcrumbList', itemListElement: items })
  expect(list(item(1), item(2, { item: undefined }))).toEqual([])
  expect(list(item(1), item(3))).toEqual(['item 2 of the breadcrumb has position 3'])
  expect(list(item(1, { item: undefined }), item(2))).toEqual(['item 1 of the breadcrumb leads nowhere'])
})

test('planted: a breadcrumb that is no way', () => {
  const home = { '@type': 'ListItem', position: 1, name: 'Home', item: SITE }
  expect(faultsOf({ '@type': 'BreadcrumbList', itemListElement: [home] })).toEqual(['the breadcrumb has 1 items'])
})

test.each<[object, string]>([
  [
    { comment: [{ '@type': 'Comment', text: 'Yes.', dateCreated: article.datePublished }] },
    'Comment has no author.name',
  ],
  [{ image: [{ '@type': 'ImageObject', width: '1200' }] }, 'ImageObject has no url'],
  [{ correction: { '@type': 'CorrectionComment', text: 'Two.' } }, 'CorrectionComment has no datePublished'],
  [{ speakable: { '@type': 'SpeakableSpecification' } }, 'SpeakableSpecification has no cssSelector or xpath'],
  [{ contributor: [{ '@type': 'Person', url: SITE }] }, 'Person has no name'],
])('planted: an article with %o inside', (planted, fault) => {
  expect(faultsOf({ ...article, ...planted })).toEqual([fault])
})

test('planted: a site that does not say how it is searched', () => {
  const site = {
    '@type': 'WebSite',
    name: 'Post',
    url: SITE,
    potentialAction: { '@type': 'SearchAction', target: SITE },
  }
  expect(faultsOf(site)).toEqual(['WebSite has no potentialAction.query-input'])
})

test('planted: a type that nobody checks, and a page that says nothing', () => {
  expect(faultsOf({ '@type': 'Recipe' })).toEqual(['Recipe is no type that is checked'])
  expect(faultsOf()).toEqual(['nothing is said'])
})
