import { expect, test } from 'vitest'
import { commentText } from './comment-text'

test.each([
  ['one\r\ntwo\n\nthree', 'one\ntwo\n\nthree'],
  ['one<br>\ntwo<br/>three', 'one\ntwo\nthree'],
  ['<p>one</p><p>two</p>', 'one\n\ntwo'],
  ['Tide &amp; wind &lt;3 &#8217;', 'Tide & wind <3 ’'],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ['<a href="https://x.example/a?b=1&amp;c=2">here</a>.', 'here (https://x.example/a?b=1&c=2).'],
  ['<a href="https://www.x.example/">x.example</a>', 'x.example'],
  ['<a href="https://x.example/"><img src="x.png"></a>', 'https://x.example/'],
  ['<a href="mailto:a@x.example">a@x.example</a>', 'a@x.example'],
  ['<a href="javascript:alert(1)">here</a>', 'here'],
  ['<a href=" https://x.example/a b">here</a>', 'here'],
  ['<a href="https://x.example/a b">here</a>', 'here (https://x.example/a%20b)'],
  ['<blockquote>said</blockquote>answer', '> said\n\nanswer'],
  ['<blockquote>one<br>two<blockquote>deep</blockquote></blockquote>x', '> one\n> two\n\n>> deep\n\nx'],
  ['<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>', '- one\n- two\n  - three'],
  ['   led by blanks', 'led by blanks'],
  ['<style>p{}</style><script>alert(1)</script>seen', 'seen'],
  ['\u0000bell\u0007', 'bell'],
  ['', ''],
])('%j is the text %j', (html, text) => {
  expect(commentText(html).text).toBe(text)
})

test.each([
  ['plain <br> text', false],
  ['<a href="https://x.example/">here</a><blockquote>a</blockquote><ul><li>b</li></ul>', false],
  ['<strong>bold</strong>', true],
  ['<img src="x.png" alt="A heron">', true],
  ['<code>a</code>', true],
  ['<script>alert(1)</script>', true],
])('%s loses markup: %s', (html, lost) => {
  expect(commentText(html).lostMarkup).toBe(lost)
})

test('code keeps its blanks, a picture its words', () => {
  expect(commentText('<pre>if x:\n  tide()</pre>').text).toBe('if x:\n  tide()')
  expect(commentText('see <img src="x.png" alt="A heron">').text).toBe('see A heron')
})

test('nesting by the thousand is drawn flat and ends', () => {
  const { text } = commentText(`${'<blockquote>'.repeat(5_000)}deep${'</blockquote>'.repeat(5_000)}`)
  expect(text).toBe('>>>>> deep')
})

test('what is not closed does not swallow the rest', () => {
  expect(commentText('<p>one<blockquote>two').text).toBe('one\n\n> two')
  expect(commentText('</p></blockquote></li>one').text).toBe('one')
})
