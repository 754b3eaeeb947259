import { expect, test } from 'vitest'
import type { ArticleLabel } from '@/generated/sqlite/enums'
import type { ArticleView } from '@/lib/articles/view'
import type { Author } from '@/lib/authors/author'
import { MenuTargets } from '@/lib/menus/menu-targets'
import { Patterns } from '@/lib/redirects/patterns'
import { frameFor } from '@/lib/site/frame'
import { publicPolicies } from '@/lib/site/policies'
import { parseSettings } from '@/lib/site/settings'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { articleThing } from './article'
import { structuredFaults } from './check'
import { imageThings } from './images'
import { breadcrumbList, collectionPage, profilePage } from './lists'
import { organization, website } from './organization'

const unmade = { redirectPatterns: new Patterns([]), menuTargets: new MenuTargets() }

const SITE = 'https://news.example'
const settings = parseSettings([{ key: 'policies', value: { ethics: '/اخلاق/', masthead: '/gone/' } }])
const policyPages = publicPolicies(settings.policies, [{ path: '/اخلاق/', headline: 'Ethics', locale: 'en' }])
const known = { categories: new CategoryTree([]), authors: new Map(), authorsBySlug: new Map() }
const numbers = { categories: new Map<number, number>(), authors: new Map<number, number>() }
const unfinished = { unfinishedPictures: new Set<string>() }
const facts = {
  ...settings,
  ...known,
  ...unfinished,
  ...unmade,
  numbers,
  policyPages,
  policyPagesIn: new Map(),
  translatedPages: [],
}
const frame = frameFor(facts, SITE, new Date('2026-11-22T12:00:00Z'))

const maren: Author = {
  id: 1,
  slug: 'maren',
  name: 'Maren',
  bio: 'Writes.',
  locale: null,
  portrait: null,
  beat: '',
  spellings: [],
  links: [
    { label: 'Mail', url: 'mailto:maren@news.example' },
    { label: 'Mastodon', url: 'https://social.example/@maren' },
  ],
}
const view = (over: Partial<ArticleView> = {}): ArticleView => ({
  id: 1,
  kind: 'ARTICLE',
  path: '/boat/',
  headline: 'Boat',
  kicker: null,
  dek: null,
  excerpt: 'A boat.',
  label: 'NEWS',
  body: '<p>Boat.</p>',
  wordCount: 1,
  locale: 'en',
  byline: { authors: [maren], override: null },
  seo: { title: 'Boat', description: 'A boat.', canonicalUrl: null, noIndex: false },
  aiUse: 'NONE',
  aiNote: null,
  leadImage: { src: '/a.jpg', alt: '', caption: 'A boat', credit: 'M.', width: 1200, height: 800 },
  missingImages: new Set(),
  socialImage: null,
  alternates: [],
  commentsOpen: true,
  commentCount: 3,
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

const faultsOf = (...things: unknown[]) =>
  structuredFaults(JSON.stringify({ '@context': 'https://schema.org', '@graph': things }), SITE)

test.each<[ArticleLabel, string]>([
  ['NEWS', 'NewsArticle'],
  ['OPINION', 'OpinionNewsArticle'],
  ['ANALYSIS', 'AnalysisNewsArticle'],
  ['REVIEW', 'ReviewNewsArticle'],
  ['SPONSORED', 'AdvertiserContentArticle'],
  ['SATIRE', 'SatiricalArticle'],
])('%s is a %s, and says all that one must', (label, type) => {
  const thing = articleThing(frame, view({ label }), 1)
  expect(thing).toMatchObject({ '@type': type })
  expect(faultsOf(thing)).toEqual([])
})

test('a picture has its real size, and one that is not here is not named', () => {
  expect(articleThing(frame, view(), 1)).toMatchObject({
    image: [{ url: `${SITE}/a.jpg`, width: '1200', height: '800', creditText: 'M.' }],
  })
  const missing = articleThing(frame, view({ missingImages: new Set(['/a.jpg']) }), 1)
  expect(JSON.stringify(missing)).not.toContain('a.jpg')
})

test('a picture that was uploaded is there in three proportions more, each with its size', () => {
  const src = `/media/${'0'.repeat(32)}/2048x1365.jpg`
  const leadImage = { src, alt: '', caption: '', credit: '', width: 2048, height: 1365 }
  const images = imageThings(frame, view({ leadImage }))
  expect(images.map(({ width, height }) => `${width} ${height}`)).toEqual([
    '2048 1365',
    '1200 1200',
    '1200 900',
    '1200 675',
  ])
  const unfinished = { ...frame, facts: { ...facts, unfinishedPictures: new Set([src]) } }
  expect(imageThings(unfinished, view({ leadImage }))).toHaveLength(1)
})

test('a picture that came with an archive has its crops where they are made for whoever asks', () => {
  const src = '/wp-content/uploads/2019/قارب-scaled.jpg'
  const leadImage = { src, alt: '', caption: '', credit: '', width: 2560, height: 1700 }
  const said = imageThings(frame, view({ leadImage })).map(({ url, width, height }) => `${url} ${width} ${height}`)
  const at = `${SITE}/wp-content/uploads/2019/%D9%82%D8%A7%D8%B1%D8%A8`
  expect(said).toEqual([
    `${at}-scaled.jpg 2560 1700`,
    `${at}-1024x1024.jpg 1024 1024`,
    `${at}-1024x768.jpg 1024 768`,
    `${at}-1024x576.jpg 1024 576`,
  ])
  const unmeasured = { ...leadImage, width: null, height: null }
  expect(imageThings(frame, view({ leadImage: unmeasured }))).toHaveLength(1)
})

test('what readers said is said, but not what is held', () => {
  const said = { parentId: null, kind: 'COMMENT' as const, authorName: 'Wren', authorUrl: null, avatar: 0 }
  const comments = [
    { ...said, id: 5, text: 'Yes.', createdAt: new Date('2026-11-22T08:00:00Z'), held: false },
    { ...said, id: 6, text: 'Mine alone.', createdAt: new Date('2026-11-22T09:00:00Z'), held: true },
  ]
  const thing = articleThing(frame, view(), 1, comments)
  expect(thing).toMatchObject({ commentCount: 3, comment: [{ '@id': `${SITE}/boat/#comment-5`, text: 'Yes.' }] })
  expect(JSON.stringify(thing)).not.toContain('Mine alone')
  expect(faultsOf(thing)).toEqual([])
})

test('authors are people with a page, and elsewhere on the web; mail is not elsewhere', () => {
  expect(articleThing(frame, view(), 1)).toMatchObject({
    author: [{ name: 'Maren', url: `${SITE}/author/maren/`, sameAs: ['https://social.example/@maren'] }],
  })
})

test('without authors whoever answers for it is named', () => {
  const agencies = articleThing(frame, view({ byline: { authors: [], override: 'Agencies' } }), 1)
  const nobody = articleThing(frame, view({ byline: { authors: [], override: null } }), 1)
  expect(agencies).toMatchObject({ author: [{ '@type': 'Organization', name: 'Agencies' }] })
  expect(nobody).toMatchObject({ author: [{ name: 'Broadsheet' }] })
  expect(faultsOf(agencies)).toEqual([])
})

test('what was put right is said with its date', () => {
  const createdAt = new Date('2026-11-23T08:00:00Z')
  const corrections = [{ id: 1, kind: 'CORRECTION' as const, text: 'It was two.', createdAt }]
  expect(articleThing(frame, view({ corrections }), 1)).toMatchObject({
    correction: [{ '@type': 'CorrectionComment', text: 'It was two.', datePublished: createdAt.toISOString() }],
  })
})

test('the publication names the pages on which it says how it works', () => {
  expect(organization(frame)).toMatchObject({
    correctionsPolicy: `${SITE}/corrections/`,
    ethicsPolicy: `${SITE}/%D8%A7%D8%AE%D9%84%D8%A7%D9%82/`,
  })
})

test('a page that readers do not find is no policy; what says who pays and where to write is said too', () => {
  expect(organization(frame)).not.toHaveProperty('masthead')
  const who = { path: '/who/', headline: 'Who owns us', locale: 'en' }
  const pages = publicPolicies({ ownership: '/who/', funding: '/money/', contact: '/who/' }, [
    who,
    { ...who, path: '/money/' },
  ])
  expect(organization({ ...frame, facts: { ...facts, policyPages: pages } })).toMatchObject({
    ownershipFundingInfo: [`${SITE}/who/`, `${SITE}/money/`],
    contactPoint: { '@type': 'ContactPoint', contactType: 'newsroom', url: `${SITE}/who/` },
  })
})

test('lists, people, the site and the way to a page say what they must', () => {
  const list = { name: 'Harbour', path: '/category/harbour/', description: 'Boats', articles: [] }
  const things = [collectionPage(frame, list), profilePage(frame, maren, '/author/maren/')]
  const above = [{ name: 'Harbour', href: '/category/harbour/' }]
  expect(faultsOf(...things, website(frame), organization(frame), breadcrumbList(frame, above, 'Boat'))).toEqual([])
})

test('who did something else than writing contributed', () => {
  const idris: Author = { ...maren, id: 2, slug: 'idris', name: 'Idris' }
  const byline = { authors: [idris, maren], override: null, roles: { 2: 'photographs' } }
  expect(articleThing(frame, view({ byline }), 1)).toMatchObject({
    author: [{ name: 'Maren' }],
    contributor: [{ name: 'Idris' }],
  })
})

test('what a machine wrote is said in the one word there is for it; for its help there is none', () => {
  expect(articleThing(frame, view({ aiUse: 'GENERATED' }), 1)).toMatchObject({
    digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  })
  const assisted = articleThing(frame, view({ aiUse: 'ASSISTED', aiNote: 'Translated.' }), 1)
  expect(assisted).not.toHaveProperty('digitalSourceType')
})

test('a text from elsewhere names where it is from', () => {
  const seo = { title: '', description: '', canonicalUrl: 'https://agency.example/boat/', noIndex: false }
  expect(articleThing(frame, view({ seo }), 1)).toMatchObject({ url: 'https://agency.example/boat/' })
})
