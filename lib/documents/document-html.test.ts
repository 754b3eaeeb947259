import { expect, test } from 'vitest'
import { type DocumentNode, documentOf } from './document'
import { documentToHtml } from './document-html'
import { documentMarkup } from './document-markup'

const html = (...content: DocumentNode[]) => documentToHtml(documentOf(content), 'ltr')
const text = (value: string, ...marks: NonNullable<DocumentNode['marks']>): DocumentNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
})
const p = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

test('a heading, a paragraph and a divider', () => {
  const heading: DocumentNode = { type: 'heading', attrs: { level: 3 }, content: [text('Salt & <light>')] }
  expect(html(heading, p(text('One.')), { type: 'divider' })).toBe('<h3>Salt &amp; &lt;light></h3>\n<p>One.</p>\n<hr>')
})

test('a link is one link, whatever else is said of parts of it', () => {
  const link = { type: 'link' as const, attrs: { href: '/a/' } }
  const line = p(text('to '), text('the ', link), text('old', link, { type: 'bold' }), text(' ramp', { type: 'bold' }))
  expect(html(line)).toBe('<p>to <a href="/a/">the <strong>old</strong></a><strong> ramp</strong></p>')
})

test('a link with an address that no link may have leaves its words', () => {
  const line = p(text('press', { type: 'link', attrs: { href: 'java\nscript:alert(1)' } }))
  expect(html(line)).toBe('<p>press</p>')
})

test('the writer by itself writes no address that may not be, before the sanitiser has looked', () => {
  const document = documentOf([
    p(text('press', { type: 'link', attrs: { href: 'javascript:alert(1)' } })),
    { type: 'image', attrs: { src: '/a.jpg', alt: '', href: 'javascript:alert(1)' } },
    { type: 'image', attrs: { src: 'data:image/png,x', alt: '' } },
    { type: 'embed', attrs: { href: 'data:text/html,x' } },
  ])
  expect(documentMarkup(document, 'ltr')).toBe('<p>press</p>\n<figure><img src="/a.jpg" alt=""></figure>')
})

test('an image whose address is none it may have is left out', () => {
  expect(html({ type: 'image', attrs: { src: 'data:image/svg+xml,<svg onload=x()>' } }, p(text('a')))).toBe('<p>a</p>')
})

test('a node that is not known is left out, and so is a mark', () => {
  const unknown = { type: 'script', content: [text('alert(1)')] } as unknown as DocumentNode
  const strange = p(text('a', { type: 'blink' } as unknown as { type: 'bold' }))
  expect(html(unknown, strange)).toBe('<p>a</p>')
})

test('a raw block is cleaned', () => {
  const raw: DocumentNode = { type: 'rawHtml', attrs: { html: '<p onclick="x()">a<script>x()</script></p>' } }
  expect(html(raw)).toBe('<p>a</p>')
})

test('an image has its caption and, behind it, its credit', () => {
  const image: DocumentNode = {
    type: 'image',
    attrs: { src: '/a.jpg', alt: 'A heron', width: 3, height: 2, credit: 'Idris Vane' },
    content: [text('Low water.')],
  }
  expect(html(image)).toBe(
    '<figure><img src="/a.jpg" alt="A heron" width="3" height="2">' +
      '<figcaption>Low water. <span class="credit">Idris Vane</span></figcaption></figure>',
  )
})

test('an image that only decorates has no alt text, whatever stood there before', () => {
  expect(html({ type: 'image', attrs: { src: '/a.jpg', alt: 'A heron', decorative: true } })).toContain('alt=""')
})

test('an item of a list needs no paragraph, a second line in it does', () => {
  const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })
  const list: DocumentNode = {
    type: 'bulletList',
    content: [item(p(text('one'))), item(p(text('two')), p(text('more')))],
  }
  expect(html(list)).toBe('<ul><li>one</li><li>two<p>more</p></li></ul>')
})

test('rows of a head stand in a head', () => {
  const cell = (type: 'tableCell' | 'tableHeader', value: string): DocumentNode => ({ type, content: [p(text(value))] })
  const table: DocumentNode = {
    type: 'table',
    content: [
      { type: 'tableRow', attrs: { part: 'head' }, content: [cell('tableHeader', 'Boat')] },
      { type: 'tableRow', content: [cell('tableCell', 'Heron')] },
    ],
  }
  expect(html(table)).toBe('<table><thead><tr><th>Boat</th></tr></thead><tbody><tr><td>Heron</td></tr></tbody></table>')
})

test('footnotes are numbered in the order of their list, and a mark without a note is none', () => {
  const mark = (note: string): DocumentNode => ({ type: 'footnoteMark', attrs: { note, back: `${note}-back` } })
  const notes: DocumentNode = {
    type: 'footnotes',
    content: [{ type: 'footnote', attrs: { note: 'fn-a', back: 'fn-a-back' }, content: [p(text('By letter.'))] }],
  }
  expect(html(p(text('He said so'), mark('fn-a'), mark('fn-b')), notes)).toBe(
    '<p>He said so<sup><a id="fn-a-back" href="#fn-a">1</a></sup></p>\n' +
      '<section class="footnotes"><ol><li id="fn-a">By letter. <a href="#fn-a-back">↩</a></li></ol></section>',
  )
})

test('a block that runs against the article says so, and one that runs with it says nothing', () => {
  const arabic = p(text('«نرقّعه كل شتاء»'))
  expect(html(arabic, p(text('We patch it.')))).toBe('<p dir="rtl">«نرقّعه كل شتاء»</p>\n<p>We patch it.</p>')
  expect(documentToHtml(documentOf([arabic, p(text('2026, We'))]), 'rtl')).toBe(
    '<p>«نرقّعه كل شتاء»</p>\n<p dir="ltr">2026, We</p>',
  )
})

test('an item turns with its line, so that its dot stands where the line begins', () => {
  const list: DocumentNode = { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('مرفأ'))] }] }
  expect(html(list)).toBe('<ul><li dir="rtl">مرفأ</li></ul>')
})

test('a page break parts pages, and an empty line is none', () => {
  expect(html(p(text('a')), p(), { type: 'pageBreak' }, p(text('b')))).toBe('<p>a</p>\n<!--nextpage-->\n<p>b</p>')
})
