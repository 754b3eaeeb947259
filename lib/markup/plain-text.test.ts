import { expect, test } from 'vitest'
import { plainText } from '@/lib/markup/plain-text'

test('each block, list item and line is a line', () => {
  const html =
    '<h2>Low tide</h2>\n<p>The <b>ferry</b> waits.<br>It is late.</p><ul><li>rope</li><li>oar<ul><li>short</li></ul></li></ul>'
  expect(plainText(html)).toBe('Low tide\nThe ferry waits.\nIt is late.\nrope\noar\nshort')
})

test('cells of a row are on one line', () => {
  const html =
    '<table><thead><tr><th>Boat</th><th>Crew</th></tr></thead><tbody><tr><td>Heron</td><td>6</td></tr></tbody></table>'
  expect(plainText(html)).toBe('Boat Crew\nHeron 6')
})

test('entities are decoded', () => {
  expect(plainText('<p>Fish &amp; chips &lt;3 &#1605;&#1602;&#1607;&#1609;&nbsp;now</p>')).toBe(
    'Fish & chips <3 مقهى now',
  )
})

test('marks of footnotes and arrows back to them are no text', () => {
  const html =
    '<p>It was paid for.<sup><a href="#note-1" id="ref-1">1</a></sup> Twice.</p><section class="footnotes"><ol><li id="note-1">Letter of June. <a href="#ref-1">↩︎</a></li></ol></section>'
  expect(plainText(html)).toBe('It was paid for. Twice.\nLetter of June.')
})

test('a superscript and a link within the page are text where they are no footnote', () => {
  expect(plainText('<p>12 m<sup>2</sup>, see <a href="#crew">the crew</a></p>')).toBe('12 m2, see the crew')
})

test('an embed is its title and caption, not its address', () => {
  const address = 'https://video.example/watch/1'
  expect(
    plainText(
      `<figure class="embed"><a href="${address}">${address}</a><figcaption>The crossing</figcaption></figure>`,
    ),
  ).toBe('The crossing')
  expect(plainText(`<figure class="embed"><a href="${address}">Harbour board</a></figure>`)).toBe('Harbour board')
})

test('an empty body has no text', () => {
  expect(plainText('')).toBe('')
  expect(plainText('<figure><img src="/a.jpg" alt="A boat"></figure><!--nextpage-->')).toBe('')
})
