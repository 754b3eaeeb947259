import { expect, test } from 'vitest'
import { parseDocument } from './schema'

const parse = (content: unknown, attrs: unknown = { version: 1 }) => parseDocument({ type: 'doc', attrs, content })
const p = (text: string, over: object = {}) => ({ type: 'paragraph', content: [{ type: 'text', text, ...over }] })

test('a document with known nodes in their places is taken as it is', () => {
  const content = [p('a', { marks: [{ type: 'link', attrs: { href: '/a/' } }] }), { type: 'divider' }]
  expect(parse(content)).toEqual({ ok: true, document: { type: 'doc', attrs: { version: 1 }, content } })
})

test.each([
  ['a node that is not known', [{ type: 'script' }]],
  ['an attribute that is not known', [{ type: 'paragraph', attrs: { onclick: 'x()' } }]],
  ['a property that is not known', [{ ...p('a'), html: '<b>' }]],
  ['a script as the address of a link', [p('a', { marks: [{ type: 'link', attrs: { href: 'javascript:x()' } }] })]],
  ['data as the address of an image', [{ type: 'image', attrs: { src: 'data:image/png,x' } }]],
  ['a heading of the first level', [{ type: 'heading', attrs: { level: 1 } }]],
  ['an id that the page has', [{ type: 'paragraph', attrs: { id: 'comments' } }]],
  ['a class that no body has', [{ type: 'paragraph', attrs: { class: 'masthead' } }]],
  ['an item without its list', [{ type: 'listItem', content: [p('a')] }]],
  ['a raw block in a quote', [{ type: 'quote', content: [{ type: 'rawHtml', attrs: { html: '' } }] }]],
  ['a text that is not text', [p('a\u0000b')]],
  ['text that stands in no block', [{ type: 'text', text: 'a' }]],
  ['nothing', []],
])('%s is refused', (_, content) => {
  expect(parse(content).ok).toBe(false)
})

test('a version of another schema is refused', () => {
  expect(parse([p('a')], { version: 2 }).ok).toBe(false)
})

test.each([
  ['null', null],
  ['a text', 'doc'],
  ['a list', []],
  ['a paragraph alone', { type: 'paragraph' }],
])('%s is no document', (_, input) => {
  expect(parseDocument(input).ok).toBe(false)
})

test('what nests without end is refused before it is walked', () => {
  let quote: object = p('a')
  for (let depth = 0; depth < 100_000; depth++) quote = { type: 'quote', content: [quote] }
  expect(parse([quote])).toEqual({ ok: false, reason: 'is more than 60 levels deep' })
})
