import { expect, test } from 'vitest'
import { type BlockContext, withoutBlocks } from '@/lib/wordpress/text/blocks'

function converted(raw: string, given: Partial<BlockContext> = {}) {
  const lost: string[] = []
  const html = withoutBlocks(raw, { reusableBlock: () => undefined, lose: (what) => lost.push(what), ...given })
  return { html: html.trim(), lost }
}

test('the comments around blocks go, their HTML stays', () => {
  const raw =
    '<!-- wp:heading {"level":2} -->\n<h2>Tide</h2>\n<!-- /wp:heading -->\n<!-- wp:group --><div><!-- wp:paragraph --><p>Low</p><!-- /wp:paragraph --></div><!-- /wp:group -->'
  expect(converted(raw)).toEqual({ html: '<h2>Tide</h2>\n\n<div><p>Low</p></div>', lost: [] })
})

test('blocks without HTML of their own are told by name', () => {
  const raw =
    '<!-- wp:latest-posts {"postsToShow":3} /--><p>x</p><!-- wp:acme/ferry-times /--><!-- wp:spacer --><!-- /wp:spacer -->'
  expect(converted(raw)).toEqual({ html: '<p>x</p>', lost: ['block core/latest-posts', 'block acme/ferry-times'] })
})

test('a list of posts goes with the pattern of its entries', () => {
  const raw =
    '<!-- wp:query --><div><!-- wp:post-template --><!-- wp:post-title /--><p>by</p><!-- /wp:post-template --></div><!-- /wp:query --><p>x</p>'
  expect(converted(raw)).toEqual({
    html: '<p>x</p>',
    lost: ['block core/post-title', 'block core/post-template', 'block core/query'],
  })
})

test('embeds are what they lead to, with their caption', () => {
  const wrapper =
    '<div class="wp-block-embed__wrapper">\nhttps://youtu.be/tidetable01\n</div><figcaption>Low</figcaption>'
  expect(
    converted(`<!-- wp:embed {"url":"https://youtu.be/tidetable01"} --><figure>${wrapper}</figure><!-- /wp:embed -->`)
      .html,
  ).toBe('<figure><iframe src="https://youtu.be/tidetable01"></iframe><figcaption>Low</figcaption></figure>')
  expect(converted('<!-- wp:core-embed/wordpress {"url":"https://harbour.example/a"} /-->').html).toBe(
    '<div><a href="https://harbour.example/a">https://harbour.example/a</a></div>',
  )
})

test('reusable blocks are put in, but not endlessly', () => {
  const stored = (id: number) =>
    id === 7 ? '<!-- wp:paragraph --><p>Box</p><!-- /wp:paragraph -->' : '<!-- wp:block {"ref":8} /-->'
  expect(converted('<!-- wp:block {"ref":7} /-->', { reusableBlock: stored })).toEqual({ html: '<p>Box</p>', lost: [] })
  expect(converted('<!-- wp:block {"ref":8} /-->', { reusableBlock: stored })).toEqual({
    html: '',
    lost: ['block core/block'],
  })
  expect(converted('<!-- wp:block {"ref":9} /-->').lost).toEqual(['block core/block'])
})

test('footnotes come from the meta, with the way back', () => {
  const footnotes = '[{"content":"A <em>letter</em>.","id":"aa-1"},{"bad":1}]'
  expect(converted('<!-- wp:footnotes /-->', { footnotes }).html).toBe(
    '<section class="footnotes"><ol><li id="aa-1">A <em>letter</em>. <a href="#aa-1-link">↩</a></li></ol></section>',
  )
  expect(converted('<!-- wp:footnotes /-->', { footnotes: 'broken' })).toEqual({
    html: '',
    lost: ['block core/footnotes'],
  })
})

test('classic text inside gets its paragraphs, a quote its source, a pull quote its class', () => {
  expect(converted('<!-- wp:freeform -->a\n\nb<!-- /wp:freeform -->').html).toBe('<p>a</p>\n<p>b</p>')
  expect(converted('<!-- wp:quote --><blockquote><p>a</p><cite>B</cite></blockquote><!-- /wp:quote -->').html).toBe(
    '<blockquote><p>a</p><footer>B</footer></blockquote>',
  )
  expect(
    converted('<!-- wp:pullquote --><figure><blockquote><p>a</p></blockquote></figure><!-- /wp:pullquote -->').html,
  ).toBe('<div><blockquote class="pull-quote"><p>a</p></blockquote></figure>')
})

test('page and more marks stay', () => {
  expect(
    converted(
      '<!-- wp:more --><!--more Go on--><!-- /wp:more -->a<!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage -->',
    ).html,
  ).toBe('<!--more Go on-->a<!--nextpage-->')
})

test('what is broken is read as far as it goes', () => {
  expect(
    converted('<!-- /wp:paragraph --><!-- wp:group {broken} --><p>a</p><!-- wp:paragraph --><p>b</p><!-- wp:').html,
  ).toBe('<p>a</p><p>b</p><!-- wp:')
})
