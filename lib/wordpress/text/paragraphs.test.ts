import { expect, test } from 'vitest'
import { addParagraphs } from '@/lib/wordpress/text/paragraphs'

test.each([
  ['an empty line parts paragraphs', 'The boat\n\n\n is late', '<p>The boat</p>\n<p> is late</p>\n'],
  ['the end of a line is a line break', 'The boat  \r\nis late', '<p>The boat<br />\nis late</p>\n'],
  ['two typed line breaks part paragraphs', 'a<br><br />b<br/>c', '<p>a</p>\n<p>b<br />c</p>\n'],
  ['blocks stand alone', 'Before\n<h2>Tide</h2>\nAfter', '<p>Before</p>\n<h2>Tide</h2>\n<p>After</p>\n'],
  ['paragraphs that are there stay', '<p>a</p>\n<p class="x">b\nc</p>', '<p>a</p>\n<p class="x">b<br />\nc</p>\n'],
  [
    'a quote gets its paragraph inside',
    '<blockquote>Late\n\nagain</blockquote>',
    '<blockquote><p>Late</p>\n<p>again</p></blockquote>\n',
  ],
  [
    'lists get none',
    '<ul>\n\t<li>rope\n<ul>\n<li>oar</li>\n</ul>\n</li>\n</ul>',
    '<ul>\n<li>rope\n<ul>\n<li>oar</li>\n</ul>\n</li>\n</ul>\n',
  ],
  [
    'text before the end of a wrapper is a paragraph',
    '<div>\n\nrope\n\noar</div>',
    '<div>\n<p>rope</p>\n<p>oar</p></div>\n',
  ],
  ['inline tags are text', '<em>a</em>\n<a href="/x">b</a>', '<p><em>a</em><br />\n<a href="/x">b</a></p>\n'],
  ['preformatted text is left alone', 'x\n<pre>a\n\nb</pre>\ny', '<p>x</p>\n<pre>a\n\nb</pre>\n<p>y</p>\n'],
  [
    'so are scripts and the insides of tags',
    'x <img alt="a\n\nb"> <script>c\n\nd</script>',
    '<p>x <img alt="a\n\nb"> <script>c\n\nd</script></p>\n',
  ],
  [
    'a caption stays in its figure',
    '<figure><img src="/a.jpg">\n\n<figcaption>Tide</figcaption>\n</figure>',
    '<figure><img src="/a.jpg"><figcaption>Tide</figcaption></figure>\n',
  ],
  ['empty paragraphs go', '<p></p>\n\na', '<p>a</p>\n'],
  ['nothing stays nothing', ' \n\t ', ''],
])('%s', (_, typed, drawn) => {
  expect(addParagraphs(typed)).toBe(drawn)
})

test('hostile text takes linear time', () => {
  const start = performance.now()
  for (const part of ['<pre>', '<!--', '<a "', '\n', ' ', '<br>', '<', '<p>', '</p>'])
    addParagraphs(part.repeat(100_000))
  expect(performance.now() - start).toBeLessThan(5_000)
})
