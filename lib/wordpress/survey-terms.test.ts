import { expect, test } from 'vitest'
import { TermSurvey } from './survey-terms'

const fields = (all: Record<string, string>) => new Map(Object.entries(all))
const filing = (domain: string, slug: string, name: string) => ({ domain, slug, name })

/** "b<a" is a category b below a; they are listed in this order. */
function tree(text: string): TermSurvey {
  const terms = new TermSurvey()
  for (const [i, one] of text.split(' ').entries()) {
    const [slug = '', parent = ''] = one.split('<')
    terms.addCategory(
      fields({ term_id: `${i + 1}`, category_nicename: slug, category_parent: parent, cat_name: slug.toUpperCase() }),
    )
  }
  terms.settle()
  return terms
}

test.each([
  ['a b<a c<b', 'a a/b a/b/c', ''],
  ['c<b b<a a', 'a a/b a/b/c', ''],
  ['a b<gone', 'a b', 'b'],
  ['a<a', 'a', 'a'],
  ['a<b b<a c<b', 'a/b b/a a/b/c', 'a b c'],
])('the tree %s has the paths %s; cut: %s', (text, paths, cut) => {
  const terms = tree(text)
  expect(terms.categories.map(({ path }) => path).join(' ')).toBe(paths)
  expect(terms.cut.join(' ')).toBe(cut)
})

test('a tree of a thousand levels is cut where nobody would look any more', () => {
  const terms = tree(['c0', ...Array.from({ length: 1_000 }, (_, i) => `c${i + 1}<c${i}`)].join(' '))
  expect(Math.max(...terms.categories.map(({ path }) => path.split('/').length))).toBe(20)
})

test('parents come first, and of one parent those with more published posts, those below counted', () => {
  const terms = tree('a b c<a d<b')
  for (const slug of ['d', 'd', 'c']) terms.addFiling(filing('category', slug, ''), true)
  terms.addFiling(filing('category', 'a', ''), false)
  expect(terms.categories.map(({ path, posts }) => `${path} ${posts}`)).toEqual(['b 2', 'a 1', 'b/d 2', 'a/c 1'])
})

test('a category that only posts name is there, under its name; one that is listed later gets its parent', () => {
  const terms = new TermSurvey()
  terms.addFiling(filing('category', '%d9%85', 'Tide &amp; wind'), true)
  terms.addFiling(filing('category', 'late', 'x'), true)
  terms.addCategory(fields({ category_nicename: 'late', category_parent: '%d9%85', cat_name: 'Late' }))
  terms.settle()
  expect(terms.categories).toEqual([
    { slug: 'م', path: 'م', name: 'Tide & wind', description: '', posts: 2 },
    { slug: 'late', path: 'م/late', name: 'Late', description: '', posts: 1 },
  ])
})

test('later versions list a category a second time among the terms: the first counts', () => {
  const terms = tree('a b<a')
  terms.addCategory(fields({ term_id: '2', term_slug: 'b', term_parent: '', term_name: 'Other' }))
  terms.settle()
  expect(terms.categories.map(({ path, name }) => `${path} ${name}`)).toEqual(['a A', 'a/b B'])
})

test('tags, of the list and of posts, and in the words of WordPress 2', () => {
  const terms = new TermSurvey()
  terms.addFiling(filing('tag', 'old', ''), true)
  terms.addFiling(filing('post_tag', 'tide', 'Of a post'), true)
  terms.addTag(fields({ tag_slug: 'tide', tag_name: 'Tide', tag_description: 'High &amp; low' }))
  terms.addFiling(filing('post_tag', '', 'No slug'), true)
  terms.addFiling(filing('genre', 'x', 'Another taxonomy'), true)
  expect([...terms.tags]).toEqual([
    { slug: 'old', name: 'old', description: '' },
    { slug: 'tide', name: 'Tide', description: 'High & low' },
  ])
})

test('a category is also known by its number', () => {
  const terms = tree('a b<a')
  expect([terms.categorySlug(2), terms.categorySlug(9), terms.categoryPath('b')]).toEqual(['b', undefined, 'a/b'])
})
