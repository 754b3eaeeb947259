import { expect, test } from 'vitest'
import type { Author } from '@/lib/authors/author'
import { jsonForScript, structuredData } from './structured-data'
import type { ArticleView } from './view'

const author = (id: number, name: string): Author => ({
  ...{ id, name, slug: name.toLowerCase(), bio: '' },
  ...{ locale: null, portrait: null, links: [] },
})

const article = (over: Partial<ArticleView> = {}): ArticleView => ({
  id: 1,
  kind: 'ARTICLE',
  path: '/boat/',
  headline: 'The boat',
  kicker: null,
  dek: null,
  excerpt: 'It floats.',
  label: 'NEWS',
  body: '',
  wordCount: 2,
  locale: 'en',
  byline: { authors: [], override: null },
  seo: { title: 'The boat', description: 'It floats.', canonicalUrl: null, noIndex: false },
  aiUse: 'NONE',
  aiNote: null,
  leadImage: null,
  missingImages: new Set(),
  commentsOpen: false,
  commentCount: 0,
  publishedAt: new Date('2026-11-22T06:30:00Z'),
  publishedDay: 20261122,
  revisedAt: null,
  categoryChain: [],
  tags: [],
  corrections: [],
  parents: [],
  imported: false,
  ...over,
})

const site = { siteUrl: 'https://courier.example', name: 'The Courier' }
const dataOf = (over: Partial<ArticleView>) => structuredData(article(over), site)

test('an opinion is called one, with who wrote it and who did something else', () => {
  const byline = {
    authors: [author(1, 'Idris'), author(2, 'Maren')],
    override: null,
    roles: { 1: 'photographs' },
  }
  expect(dataOf({ label: 'OPINION', byline })).toMatchObject({
    '@type': 'OpinionNewsArticle',
    author: [{ '@type': 'Person', name: 'Maren', url: 'https://courier.example/author/maren/' }],
    contributor: [{ name: 'Idris' }],
    dateModified: '2026-11-22T06:30:00.000Z',
  })
})

test('what a machine wrote is said in the one word there is for it; for its help there is none', () => {
  expect(dataOf({ aiUse: 'GENERATED' })).toMatchObject({
    digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  })
  expect(dataOf({ aiUse: 'ASSISTED', aiNote: 'Translated.' })).not.toHaveProperty('digitalSourceType')
})

test('corrections are named, and a text from elsewhere names where it is from', () => {
  const corrections = [{ id: 1, kind: 'CORRECTION', text: 'Two boats.', createdAt: new Date(0) } as const]
  const seo = { title: '', description: '', canonicalUrl: 'https://agency.example/boat/', noIndex: false }
  expect(dataOf({ corrections, seo })).toMatchObject({
    url: 'https://agency.example/boat/',
    correction: [{ '@type': 'CorrectionComment', text: 'Two boats.' }],
  })
})

test('a headline cannot end the script it stands in', () => {
  expect(jsonForScript({ headline: '</script><script>alert(1)' })).not.toContain('<')
})
