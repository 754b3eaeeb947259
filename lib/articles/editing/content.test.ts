import { expect, test } from 'vitest'
import { articleInput } from '@/lib/testing/article-input'
import { contentOf, contentSchema, isSameContent, textChanged } from './content'

const content = contentOf(articleInput({ slug: 'boat', headline: 'The boat', tagIds: [3, 1], authorIds: [7, 8] }))

test('what comes back from JSON is the same content, in whatever order its parts come', () => {
  const image = { src: '/a.png', alt: 'A', caption: '', credit: '', width: 3, height: 2 }
  const back = contentSchema.parse(JSON.parse(JSON.stringify({ ...content, leadImage: image })))
  const turned = { ...content, leadImage: Object.fromEntries(Object.entries(image).reverse()) as typeof image }
  expect(isSameContent(back, turned)).toBe(true)
})

test('the order of tags makes no difference; that of authors does', () => {
  expect(isSameContent(content, { ...content, tagIds: [1, 3] })).toBe(true)
  expect(isSameContent(content, { ...content, authorIds: [8, 7] })).toBe(false)
})

test('a full stop is a difference', () => {
  expect(isSameContent(content, { ...content, headline: 'The boat.' })).toBe(false)
})

test('the text is others where the headline, the dek or the body is; a category is not text', () => {
  expect(textChanged(content, { ...content, body: '<p>Other.</p>' })).toBe(true)
  expect(textChanged(content, { ...content, primaryCategoryId: 4 })).toBe(false)
})

test('what no database can hold is taken out of a text', () => {
  expect(contentSchema.parse({ ...content, headline: 'a\0b\ud800c' }).headline).toBe('ab\ufffdc')
})

test('a revision from before there were such fields is read as saying nothing of them', () => {
  const { authorRoles, seoTitle, seoDescription, canonicalUrl, noIndex, aiUse, aiNote, ...older } = content
  expect(contentSchema.parse(older)).toEqual(content)
})

test('half an address is none yet', () => {
  const canonical = (canonicalUrl: string) => contentSchema.parse({ ...content, canonicalUrl }).canonicalUrl
  expect(canonical('https://exa')).toBe('https://exa')
  expect(canonical(' https://agency.example/ferry/ ')).toBe('https://agency.example/ferry/')
  expect(canonical('agency.example')).toBeNull()
  expect(canonical('javascript:alert(1)')).toBeNull()
})

test('what readers are told of how a text was made is text; what search engines are told is not', () => {
  expect(textChanged(content, { ...content, aiUse: 'GENERATED' })).toBe(true)
  expect(textChanged(content, { ...content, seoTitle: 'Boat', noIndex: true })).toBe(false)
  expect(isSameContent(content, { ...content, noIndex: true })).toBe(false)
  expect(isSameContent(content, { ...content, authorRoles: { 8: 'photographs' } })).toBe(false)
})
