import { expect, test } from 'vitest'
import { hasPlaceholders, importedSeo, type SeoFacts } from './seo-fields'

const facts: SeoFacts = {
  headline: 'Tide tables',
  dek: null,
  excerpt: 'When to sail.',
  path: '/tide-tables/',
  siteName: 'Ellerhaven Post',
  tagline: 'News of the harbour',
  base: 'https://old.ellerhaven.example/',
  ownHosts: new Set(['old.ellerhaven.example', 'www.old.ellerhaven.example']),
  primaryCategory: 'Harbour',
  categories: ['Harbour', 'Weather'],
  tags: ['tide', 'wind'],
  authors: ['Maren Vos'],
}
const seo = (all: Record<string, string>, over: Partial<SeoFacts> = {}) =>
  importedSeo(
    Object.entries(all).map(([key, value]) => ({ key, value })),
    { ...facts, ...over },
  )

test('a post without a word for search engines says none', () => {
  expect(seo({})).toEqual({
    ...{ seoTitle: null, seoDescription: null, canonicalUrl: null, noIndex: false },
    unknown: [],
  })
})

test.each([
  ['When is high water?', 'When is high water?'],
  ['When is high water? %%page%% %%sep%% %%sitename%%', 'When is high water?'],
  ['%%title%% %%page%% %%sep%% %%sitename%%', null],
  ['%%title%%: all of them', 'Tide tables: all of them'],
  ['%%sitename%% %%sep%% %%title%% %%sep%% %%primary_category%%', 'Tide tables – Harbour'],
  ['%%TITLE%% by %%name%% in %%category%%', 'Tide tables by Maren Vos in Harbour, Weather'],
  ['The %%sitename%% on tides', 'The Ellerhaven Post on tides'],
  ['High water | Ellerhaven Post', 'High water'],
  ['High water &amp; low - Ellerhaven Post', 'High water & low'],
  ['Who owns the Ellerhaven Post', 'Who owns the Ellerhaven Post'],
  ['%%sep%% %%sitename%%', null],
  ['50% off, 100%', '50% off, 100%'],
  ['%title% %sep% %sitename%', null],
  ['%title% in %categories% %sep% %sitename%', 'Tide tables in Harbour, Weather'],
])('the title “%s” becomes %s', (template, title) => {
  expect(seo({ _yoast_wpseo_title: template })).toMatchObject({ seoTitle: title, unknown: [] })
  expect(seo({ rank_math_title: template })).toMatchObject({ seoTitle: title, unknown: [] })
})

test.each(['%%title%% %%currentyear%%', '%title% %date(Y)%', '%%ct_genre%%'])(
  'what only the plugin could fill is left out and named: %s',
  (template) => {
    const { seoTitle, unknown } = seo({ _yoast_wpseo_title: template })
    expect([seoTitle, unknown.length]).toEqual([null, 1])
    expect(template).toContain(unknown[0])
  },
)

test('custom fields stand for what the post has in them', () => {
  expect(seo({ _yoast_wpseo_title: '%%cf_port%% tides', port: 'Ellerhaven' }).seoTitle).toBe('Ellerhaven tides')
  expect(seo({ rank_math_title: '%customfield(port)% tides', port: 'Ellerhaven' }).seoTitle).toBe('Ellerhaven tides')
})

test.each([
  ['All tides, hour by hour.', 'All tides, hour by hour.'],
  ['%%excerpt%%', null],
  ['%%excerpt_only%% Read on.', 'When to sail. Read on.'],
  ['%%title%% %%sep%% %%sitedesc%%', 'Tide tables – News of the harbour'],
])('the description “%s” becomes %s', (template, description) => {
  expect(seo({ _yoast_wpseo_metadesc: template }).seoDescription).toBe(description)
  expect(seo({ rank_math_description: template }).seoDescription).toBe(description)
})

test.each([
  ['https://elsewhere.example/tides', 'https://elsewhere.example/tides'],
  ['https://old.ellerhaven.example/tide-tables/', null],
  ['http://www.old.ellerhaven.example/tide-tables/', null],
  ['https://old.ellerhaven.example/other/', 'https://old.ellerhaven.example/other/'],
  ['/tides/', null],
  ['javascript:alert(1)', null],
])('the canonical address %s becomes %s', (address, canonical) => {
  expect(seo({ _yoast_wpseo_canonical: address }).canonicalUrl).toBe(canonical)
  expect(seo({ rank_math_canonical_url: address }).canonicalUrl).toBe(canonical)
})

test.each([
  [{ '_yoast_wpseo_meta-robots-noindex': '1' }, true],
  [{ '_yoast_wpseo_meta-robots-noindex': '2' }, false],
  [{ '_yoast_wpseo_meta-robots-noindex': '0' }, false],
  [{ rank_math_robots: 'a:2:{i:0;s:7:"noindex";i:1;s:8:"nofollow";}' }, true],
  [{ rank_math_robots: 'a:1:{i:0;s:5:"index";}' }, false],
  [{ rank_math_robots: 'noindex' }, false],
  [{ '_yoast_wpseo_meta-robots-noindex': '2', rank_math_robots: 'a:1:{i:0;s:7:"noindex";}' }, false],
])('%o hides it from search engines: %s', (meta, hidden) => {
  expect(seo(meta as Record<string, string>).noIndex).toBe(hidden)
})

test('where both plugins say something Yoast’s counts', () => {
  const both = { _yoast_wpseo_title: 'Of Yoast', rank_math_title: 'Of Rank Math' }
  expect(seo(both).seoTitle).toBe('Of Yoast')
  expect(seo({ ...both, _yoast_wpseo_title: '' }).seoTitle).toBe('Of Rank Math')
})

test('only what has a placeholder depends on more than the post', () => {
  const asks = (key: string, value: string) => hasPlaceholders([{ key, value }])
  expect(asks('_yoast_wpseo_title', '%%title%%')).toBe(true)
  expect(asks('rank_math_description', '%excerpt%')).toBe(true)
  expect(asks('_yoast_wpseo_title', 'Tides')).toBe(false)
  expect(asks('views', '%%title%%')).toBe(false)
})
