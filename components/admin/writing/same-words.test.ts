import { expect, test } from 'vitest'
import { documentOf } from '@/lib/documents/document'
import type { Written } from './props'
import { saysTheSame } from './same-words'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const written = (over: Partial<Written> = {}): Written => ({
  slug: '',
  headline: 'The lamp',
  kicker: null,
  dek: null,
  excerpt: null,
  label: 'NEWS',
  body: '',
  document: documentOf([paragraph('It was lit.')]),
  locale: 'en',
  bylineOverride: null,
  leadImage: null,
  primaryCategoryId: 3,
  categoryIds: [],
  tagIds: [],
  authorIds: [1, 2],
  parentId: null,
  translationOfId: null,
  position: 0,
  authorRoles: {},
  seoTitle: null,
  seoDescription: null,
  canonicalUrl: null,
  noIndex: false,
  aiUse: 'NONE',
  aiNote: null,
  ...over,
})

test('what was stored says the same as what was sent, whatever order its keys came back in', () => {
  const { type, attrs, content } = written().document
  const stored = { content: content ?? [], attrs: attrs ?? {}, type }
  expect(saysTheSame(written(), written({ document: stored, slug: 'the-lamp', categoryIds: [3] }))).toBe(true)
})

test.each([
  { headline: 'Another lamp' },
  { dek: 'A dek.' },
  { authorIds: [2, 1] },
  { authorRoles: { 1: 'photographs' } },
  { noIndex: true },
  { document: documentOf([paragraph('It was lit twice.')]) },
])('%j is something else', (over) => {
  expect(saysTheSame(written(), written(over))).toBe(false)
})
