import { expect, test } from 'vitest'
import { type Attachment, type BodyContext, convertBody } from '@/lib/wordpress/text/body'

const heron: Attachment = {
  id: 5,
  path: '/up/heron.jpg',
  alt: 'A heron',
  caption: '',
  width: 1200,
  height: 800,
  mimeType: 'image/jpeg',
}
const context: BodyContext = {
  ownHosts: new Set(['old.example', 'www.old.example']),
  attachment: (id) => (id === 5 ? heron : undefined),
  children: () => [heron],
  reusableBlock: () => undefined,
}
const html = (raw: string) => convertBody(raw, context).html

test('a post typed without tags gets paragraphs; typed quotes stay as they are', () => {
  expect(html('The boat\'s "late"\r\nagain\r\n\r\n<em>Why?</em>')).toBe(
    '<p>The boat\'s "late"<br>again</p>\n<p><em>Why?</em></p>',
  )
})

test('a post of blocks gets none', () => {
  expect(
    html('<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\nc<br>d\n<!-- /wp:html -->'),
  ).toBe('<p>a b</p>\n<p>c<br>d</p>')
})

test('pages are parted at the top, however the mark is written', () => {
  expect(html('one\n\n<!--nextpage-->\n\ntwo')).toBe('<p>one</p>\n<!--nextpage-->\n<p>two</p>')
  expect(
    html(
      '<!-- wp:group --><div><p>one</p><!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage --><p>two</p></div><!-- /wp:group -->',
    ),
  ).toBe('<p>one</p>\n<!--nextpage-->\n<p>two</p>')
})

test('what stands before the more mark is the teaser', () => {
  const { teaser, html } = convertBody('first <b>part<!--more Read on--> rest</b>\n\nend', context)
  expect(teaser).toBe('<p>first <b>part</b></p>')
  expect(html).toBe('<p>first <b>part rest</b></p>\n<p>end</p>')
  expect(convertBody('no mark', context).teaser).toBeNull()
})

test('addresses of the old site become paths, those of images without a wish for size', () => {
  const { html, images } = convertBody(
    '<a href="http://www.old.example/2021/tide/?x=1#y">tide</a> <img src="//old.example/up/a-300x200.jpg?w=300" alt="a"> <img src="https://i1.wp.com/old.example/up/b.jpg?ssl=1" alt="b"> <img src="https://img.example/c.jpg?a&amp;b" alt="c"> x',
    context,
  )
  expect(html).toBe(
    '<p><a href="/2021/tide/?x=1#y">tide</a> <img src="/up/a-300x200.jpg" alt="a" width="300" height="200"> <img src="/up/b.jpg" alt="b"> <img src="https://img.example/c.jpg?a&amp;b" alt="c"> x</p>',
  )
  expect(images).toEqual(['/up/a-300x200.jpg', '/up/b.jpg', 'https://img.example/c.jpg?a&b'])
})

test('the library describes an image that names its number', () => {
  expect(html('<img class="alignleft wp-image-5 size-full" src="/up/heron.jpg" />')).toBe(
    '<figure><img src="/up/heron.jpg" alt="A heron" width="1200" height="800"></figure>',
  )
  expect(html('<img class="wp-image-5" src="/up/heron-150x100.jpg" alt="Mine">')).toBe(
    '<figure><img src="/up/heron-150x100.jpg" alt="Mine" width="150" height="100"></figure>',
  )
})

test('galleries of three times become one form', () => {
  const one = '<figure><img src="/a.jpg" alt=""></figure>'
  const two = '<figure><img src="/b.jpg" alt=""><figcaption>B</figcaption></figure>'
  const gallery = `<figure class="gallery">${one}${two}</figure>`
  expect(
    html(`<!-- wp:gallery --><figure class="wp-block-gallery columns-2">${one}${two}</figure><!-- /wp:gallery -->`),
  ).toBe(gallery)
  const items = `<li class="blocks-gallery-item">${one}</li><li class="blocks-gallery-item">${two}</li>`
  expect(html(`<!-- wp:gallery --><ul class="wp-block-gallery">${items}</ul><!-- /wp:gallery -->`)).toBe(gallery)
  expect(
    html(
      `<!-- wp:gallery --><figure class="wp-block-gallery"><ul class="blocks-gallery-grid">${items}</ul></figure><!-- /wp:gallery -->`,
    ),
  ).toBe(gallery)
})

test('what editors and word processors leave behind is cleaned', () => {
  expect(
    html(
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Tide</span> low</p></b>',
    ),
  ).toBe('<p dir="ltr"><strong>Tide</strong> low</p>')
  expect(
    html(
      '<p class="MsoNormal" align="center"><o:p>&nbsp;</o:p></p><p><font face="Arial">Low <mark class="wp-note">tide</mark></font><o:p></o:p></p>',
    ),
  ).toBe('<p>Low tide</p>')
  expect(html('<center>Low <img class="wp-smiley emoji" alt="🌊" src="https://s.example/1f30a.svg"></center>')).toBe(
    '<p>Low 🌊</p>',
  )
  expect(html('Low\u0000 ti\u001bde&#8232;<span id="more-12"></span>')).toBe('<p>Low tide</p>')
})

test('credits and wide images keep their mark', () => {
  expect(
    html(
      '<!-- wp:image --><figure class="wp-block-image alignwide"><img src="/a.jpg" alt=""><figcaption>Tide <span class="media-credit">O. Marsh</span></figcaption></figure><!-- /wp:image -->',
    ),
  ).toBe(
    '<figure class="wide"><img src="/a.jpg" alt=""><figcaption>Tide <span class="credit">O. Marsh</span></figcaption></figure>',
  )
})

test('everything lost is counted by its name', () => {
  expect(
    convertBody(
      '[ferry_times] <script>x()</script> <a href="javascript:x()" onclick="y()" style="z">a</a>\n\n[vc_row]b[/vc_row]',
      context,
    ),
  ).toEqual({
    html: '<p><span class="shortcode">[ferry_times]</span> a</p>\n<p>b</p>',
    teaser: null,
    images: [],
    losses: {
      'shortcode ferry_times': 1,
      'shortcode vc_row': 1,
      'element script': 1,
      'href address': 1,
      'event handler': 1,
      'style attribute': 1,
    },
  })
})

test('a shortcode, an element or a class named like a part of every object is only a name', () => {
  const { losses } = convertBody(
    '<constructor class="constructor __proto__">a</constructor> [constructor a=b]',
    context,
  )
  expect(losses).toEqual({ 'element constructor': 1, 'shortcode constructor': 1 })
})

test('an empty post is an empty body', () => {
  expect(convertBody(' \n<p>&nbsp;</p>', context)).toEqual({ html: '', teaser: null, images: [], losses: {} })
})

test('nesting by the thousand and megabytes take moments', () => {
  const start = performance.now()
  expect(html(`${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}`)).toBe('<p>x</p>')
  expect(html('The boat is late.\n\n'.repeat(100_000)).length).toBeGreaterThan(2_000_000)
  for (const part of ['[', '[a ', '[caption]', '<!-- wp:group -->', '<figcaption>', '<img ', 'http://a\n'])
    html(part.repeat(20_000))
  // A busy machine takes ten seconds; what grows with the square takes an hour.
  expect(performance.now() - start).toBeLessThan(60_000)
})
