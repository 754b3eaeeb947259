import { expect, test } from 'vitest'
import { comment, item, readItem, recordsOf, wxr } from '@/lib/testing/wxr'
import { WxrParser } from './wxr-parser'
import type { WxrRecord } from './wxr-record'

/** An export around these items, written as they stand. */
const around = (items: string) => wxr({ items: [items] })
const itemsOf = (xml: string) => recordsOf(xml).flatMap((record) => (record.kind === 'item' ? [record.item] : []))
const titles = (items: string) => itemsOf(around(items)).map(({ fields }) => fields.get('title'))
const titled = (title: string) => `<item><title>${title}</title></item>`

function parsed(xml: string, size = xml.length) {
  const parser = new WxrParser()
  const records: WxrRecord[] = []
  for (let at = 0; at < xml.length; at += size) records.push(...parser.write(xml.slice(at, at + size)))
  records.push(...parser.end())
  return { parser, records }
}

test('a whole export: the site first, then each record in its order', () => {
  const { parser, records } = parsed(
    wxr({
      authors: [{ author_login: 'maren' }],
      categories: [{ category_nicename: 'harbour' }],
      tags: [{ tag_slug: 'tide' }],
      terms: [{ term_taxonomy: 'nav_menu' }],
      items: [item(1), item(2)],
    }),
  )
  expect(records.map(({ kind }) => kind)).toEqual(['author', 'category', 'tag', 'term', 'site', 'item', 'item'])
  expect(parser).toMatchObject({ root: 'rss', isExport: true, closed: true, faults: 0, tooDeep: false })
})

test('an item with its terms, metadata and comments; each kind of text under its own name', () => {
  const { fields, terms, meta, comments } = readItem(9, {
    fields: { 'content:encoded': '<p>Body &amp; ]]> end</p>', 'excerpt:encoded': 'Short', 'wp:status': 'draft' },
    terms: [
      ['category', 'harbour', 'Harbour'],
      ['post_tag', 'tide', 'Tide'],
    ],
    meta: [
      ['views', '3'],
      ['views', '4'],
    ],
    comments: [comment(1), comment(2, { parent: 1 })],
  })
  expect(fields.get('content')).toBe('<p>Body &amp; ]]> end</p>')
  expect([fields.get('excerpt'), fields.get('status'), fields.get('post_id')]).toEqual(['Short', 'draft', '9'])
  expect(terms).toEqual([
    { domain: 'category', slug: 'harbour', name: 'Harbour' },
    { domain: 'post_tag', slug: 'tide', name: 'Tide' },
  ])
  expect(meta).toEqual([
    { key: 'views', value: '3' },
    { key: 'views', value: '4' },
  ])
  expect(comments.map((one) => [one.get('comment_id'), one.get('comment_parent')])).toEqual([
    ['1', '0'],
    ['2', '1'],
  ])
})

test.each([
  ['Tide &amp; wind', 'Tide & wind'],
  ['AT&T', 'AT&T'],
  ['AT& T & co', 'AT& T & co'],
  ['a=1&b=2', 'a=1&b=2'],
  ['&eacute;&nbsp;', '&eacute;&nbsp;'],
  ['&#233;&#x263a;&quot;&apos;&lt;&gt;', 'é☺"\'<>'],
  ['Q&A', 'Q&A'],
  ['R&', 'R&'],
  ['&amp;amp;', '&amp;'],
  ['<![CDATA[a &amp; b]]>', 'a &amp; b'],
  ['<![CDATA[]]>', ''],
  ['<![CDATA[a]]]]><![CDATA[>b]]>', 'a]]>b'],
  ['<![CDATA[a]]]>', 'a]'],
  ['<![CDATA[a]]b]]>', 'a]]b'],
  ['x<![CDATA[<b>]]>y<![CDATA[</b>]]>', 'x<b>y</b>'],
  ['<![CDATA[<![CDATA[ ]]>', '<![CDATA[ '],
  ['bell\u0007 form\u000c nul\u0000', 'bell\u0007 form\u000c nul\u0000'],
  ['🌊 مد', '🌊 مد'],
])('the title %j is %j, in one piece and letter by letter', (written, title) => {
  const xml = around(titled(written) + titled('next'))
  for (const size of [xml.length, 1, 7]) {
    const { records } = parsed(xml, size)
    const read = records.flatMap((record) => (record.kind === 'item' ? [record.item.fields.get('title')] : []))
    expect(read).toEqual([title, 'next'])
  }
})

test('each place that is no XML is counted, and nothing else', () => {
  const faults = (items: string) => parsed(around(items)).parser.faults
  expect(faults(titled('a &amp; b'))).toBe(0)
  expect(faults(titled('a & b & c'))).toBe(2)
  expect(faults(titled('&nbsp;'))).toBe(1)
})

const LAUGHS = `<!DOCTYPE rss [
 <!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
 <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">
 <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote; ]>`

test('entities of a DTD are text: nothing is multiplied, and no file is read', () => {
  const xml = around(titled('&lol2;') + titled('&file;')).replace('<rss', `${LAUGHS}<rss`)
  expect(itemsOf(xml).map(({ fields }) => fields.get('title'))).toEqual(['&lol2;', '&file;'])
})

test('what is not closed ends where the next begins', () => {
  expect(titles('<item><title>one</title><item><title>two</title></item>')).toEqual(['one', 'two'])
  expect(titles('<item><title>one<link>x</link></item><item><title>two</title></item>')).toEqual(['one', 'two'])
  const [first] = itemsOf(
    around(
      '<item><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment><wp:comment_id>2</wp:comment_id></wp:comment></item>',
    ),
  )
  expect(first?.comments.map((one) => one.get('comment_id'))).toEqual(['1', '2'])
})

test('of a name the first counts, and what is nested in a stranger is not taken for the item’s own', () => {
  const [one] = itemsOf(
    around(
      '<item><title>a</title><media><title>b</title><wp:status>publish</wp:status></media><title>c</title></item>',
    ),
  )
  expect([...(one?.fields ?? [])]).toEqual([['title', 'a']])
})

test('an item that is too large is told by its title, the one behind it is read', () => {
  const parser = new WxrParser()
  const mega = 'x'.repeat(1024 * 1024)
  const [before = '', after = ''] = around('|').split('|')
  const records = parser.write(`${before}<item><title>${'t'.repeat(300)}</title><content:encoded><![CDATA[`)
  for (let i = 0; i < 65; i++) records.push(...parser.write(mega))
  records.push(...parser.write(`]]></content:encoded></item>${titled('next')}${after}`), ...parser.end())
  const told = records.filter(({ kind }) => kind === 'oversized' || kind === 'item')
  expect(told[0]).toEqual({ kind: 'oversized', title: 't'.repeat(200) })
  expect(told[1]).toMatchObject({ kind: 'item' })
})

test('a comment longer than the parser would keep does not stop the reading', () => {
  const parser = new WxrParser()
  parser.write('<rss><!-- ')
  for (let i = 0; i < 300; i++) parser.write('y'.repeat(10_000))
  expect(parser.write(`--><channel>${titled('seen')}</channel></rss>`)).toHaveLength(2)
})

test('elements that are nested by the thousand are noticed', () => {
  expect(parsed('<rss>'.repeat(1_000)).parser.tooDeep).toBe(false)
  expect(parsed('<rss>'.repeat(1_001)).parser.tooDeep).toBe(true)
})

test('other prefixes for the same namespaces read the same', () => {
  const xml = wxr({ items: [item(1, { comments: [comment(4)] })] })
  const other = xml.replaceAll('wp:', 'w:').replaceAll('xmlns:wp', 'xmlns:w').replaceAll('content:', 'c:')
  expect(itemsOf(other.replaceAll('xmlns:content', 'xmlns:c'))).toEqual(itemsOf(xml))
})

test('a feed has items but nothing of WordPress', () => {
  const { parser } = parsed('<rss><channel><title>Feed</title><item><title>a</title></item></channel></rss>')
  expect(parser).toMatchObject({ root: 'rss', isExport: false, closed: true })
})

test.each([
  ['a comment', '<!--', '-->'],
  ['an attribute', '<image a="', '"/>'],
  ['an element', '<', '/>'],
])('%s that never ends is dropped every 64 KB, and what follows is read', (_, opening, closing) => {
  const parser = new WxrParser()
  parser.write(`<rss><channel>${opening}`)
  for (let piece = 0; piece < 100; piece++) parser.write('t'.repeat(10_000))
  const records = parser.write(`${closing}<item><title>After</title></item> </channel></rss>`)
  expect(records.map((record) => record.kind === 'item' && record.item.fields.get('title'))).toEqual([false, 'After'])
  expect(parser.faults).toBeGreaterThanOrEqual(14)
})

test('a name of the site that never ends is cut', () => {
  const { records } = parsed(`<rss><channel><title>${'t'.repeat(400_000)}</title><item></item></channel></rss>`, 10_000)
  expect(records[0]?.kind === 'site' && records[0].fields.get('title')?.length).toBe(256 * 1024)
})
