import { expect, test } from 'vitest'
import { sanitiseBody } from '@/lib/markup/sanitise'
import type { DocumentNode } from './document'
import { documentToHtml } from './document-html'
import { htmlToDocument } from './html-document'
import { parseDocument } from './schema'

const types = (html: string) => (htmlToDocument(html).content ?? []).map(({ type }) => type)

function expectSame(html: string): DocumentNode[] {
  expect(sanitiseBody(html).html).toBe(html)
  const document = htmlToDocument(html)
  expect(parseDocument(document)).toMatchObject({ ok: true })
  expect(documentToHtml(document, 'ltr')).toBe(html)
  return document.content ?? []
}

test('paragraphs, headings and lines of every kind come back as they were', () => {
  const nodes = expectSame(
    [
      '<h2 id="ramp">The ramp</h2>',
      '<p><span class="place">Ellerhaven</span> At <strong>half <em>past</em></strong> nine, <a href="/a/" title="A">it <b>goes</b></a>.<br>Up &lt;early&gt;.</p>'.replace(
        '&gt;',
        '>',
      ),
      '<p lang="ar" dir="rtl">مرفأ</p>',
      '<p>H<sub>2</sub>O, <code>a &lt; b</code>, <abbr title="for example">e.g.</abbr> <del>old</del> <img src="/i.png" alt="i"> end</p>',
      '<hr>',
    ].join('\n'),
  )
  expect(nodes.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph', 'divider'])
})

test('lists keep what they are: nested, counted from seven, with and without paragraphs', () => {
  expectSame('<ol start="7" reversed><li>a<ul><li>b</li></ul></li><li><p>c</p></li><li>d<p>e</p></li></ol>')
})

test('a quote and its source, a pull quote, a list of terms, something to unfold', () => {
  const nodes = expectSame(
    [
      '<blockquote><p>I sit.</p><footer>A <em>deckhand</em></footer></blockquote>',
      '<blockquote class="pull-quote"><p>Once.</p></blockquote>',
      '<dl><dt>Slip</dt><dd>A ramp.</dd></dl>',
      '<details><summary>More</summary><p>a</p></details>',
    ].join('\n'),
  )
  expect(nodes.map(({ type }) => type)).toEqual(['quote', 'quote', 'descriptionList', 'details'])
})

test('an image has its caption, credit and link; a gallery has images; an embed its address and title', () => {
  const [image, gallery, embed] = expectSame(
    [
      '<figure class="wide"><a href="/big.jpg"><img src="/a.jpg" alt="A" width="3" height="2"></a><figcaption>Low <em>water</em>. <span class="credit">Idris Vane</span></figcaption></figure>',
      '<figure class="gallery"><figure><img src="/a.jpg" alt=""></figure><figure><img src="/b.jpg" alt="B"><figcaption>b</figcaption></figure><figcaption>Both</figcaption></figure>',
      '<figure class="embed"><a href="https://vimeo.com/1">The film</a><figcaption>2019</figcaption></figure>',
    ].join('\n'),
  )
  expect(image?.attrs).toMatchObject({ src: '/a.jpg', alt: 'A', width: 3, href: '/big.jpg', credit: 'Idris Vane' })
  expect(gallery?.content?.map(({ type }) => type)).toEqual(['image', 'image', 'figureCaption'])
  expect(embed?.attrs).toMatchObject({ href: 'https://vimeo.com/1', title: 'The film' })
})

test('tables keep head, foot, spans, caption and what stands in their cells', () => {
  const [table] = expectSame(
    '<table><caption>Boats</caption><thead><tr><th scope="col" colspan="2">Boat</th></tr></thead>' +
      '<tbody><tr><td class="number">1</td><td><p>a</p><ul><li>b</li></ul></td></tr><tr><td></td><td>c</td></tr></tbody>' +
      '<tfoot><tr><td>x</td><td>y</td></tr></tfoot></table>',
  )
  expect(table?.type).toBe('table')
})

test('code and a poem keep their lines', () => {
  const [code, poem] = expectSame('<pre><code>a\n  b &lt; c</code></pre>\n<pre>one\n two</pre>')
  expect(code?.attrs).toEqual({})
  expect(poem?.attrs).toEqual({ plain: true })
})

test('footnotes of two makes are footnotes', () => {
  const [, word] = expectSame(
    '<p>a<sup><a id="u-link" href="#u">1</a></sup></p>\n<section class="footnotes"><ol><li id="u">By letter. <a href="#u-link">↩︎</a></li></ol></section>',
  )
  expect(word?.content?.[0]?.attrs).toMatchObject({ note: 'u', back: 'u-link', arrow: '↩︎' })
  const [first] = expectSame(
    '<p>a<sup><a id="r-1" href="#n-1">1</a></sup></p>\n<section class="footnotes"><h2 id="label">Footnotes</h2><ol><li id="n-1"><p>By letter. <a href="#r-1">↩</a></p></li></ol></section>',
  )
  expect(first?.content?.[1]?.type).toBe('footnoteMark')
})

test('a mark that does not lead to a footnote is a link', () => {
  const [line] = expectSame('<p id="n">a<sup><a href="#n">1</a></sup></p>')
  expect(line?.content?.[1]?.marks?.map(({ type }) => type)).toEqual(['superscript', 'link'])
})

test('a page break is one', () => {
  expectSame('<p>a</p>\n<!--nextpage-->\n<p>b</p>')
})

test('a table with a caption below, as WordPress has them, is one', () => {
  const [figure] = expectSame(
    '<figure class="wide"><table><tbody><tr><td>1</td></tr></tbody></table><figcaption>Fares in <em>pounds</em></figcaption></figure>',
  )
  expect(figure?.content?.map(({ type }) => type)).toEqual(['table', 'figureCaption'])
})

test('what no document can hold stays as it is, whole', () => {
  const figure = '<figure><figcaption>above</figcaption><img src="/a.jpg" alt=""></figure>'
  expectSame(`<p>a</p>\n${figure}`)
  expect(types(`<p>a</p>\n${figure}`)).toEqual(['paragraph', 'rawHtml'])
})

test('a link within bold and bold within a link are the same to a reader, and may change places', () => {
  const document = htmlToDocument('<p><strong><a href="/a/">x</a></strong></p>')
  expect(document.content?.[0]?.type).toBe('paragraph')
  expect(documentToHtml(document, 'ltr')).toBe('<p><a href="/a/"><strong>x</strong></a></p>')
})

test('an empty body is one empty paragraph', () => {
  expect(htmlToDocument('').content).toEqual([{ type: 'paragraph' }])
})
