import { expect, test } from 'vitest'
import { isOnlyImage } from './only-image'

test.each([
  ['<meta charset="utf-8"><img src="https://elsewhere.example/a.jpg" alt="A > B">', false],
  ['<meta charset="utf-8"><img src="https://elsewhere.example/a.jpg">', true],
  ['<html><body>\r\n<!--StartFragment--><img src="a.jpg"/><!--EndFragment-->\r\n</body></html>', true],
  ['<a href="/b/"><img src="a.jpg"></a>', true],
  ['<p>Words</p><img src="a.jpg">', false],
  ['<img src="a.jpg"><img src="b.jpg">', false],
  ['<p></p>', false],
  ['', false],
])('%j is one image: %s', (html, only) => {
  expect(isOnlyImage(html)).toBe(only)
})
