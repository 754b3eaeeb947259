import { expect, test } from 'vitest'
import { plainLine } from './plain-line'

test.each([
  ['Tide &amp; <em>wind</em>', 'Tide & wind'],
  ['  two \r\n\t lines ', 'two lines'],
  ['5 &lt; 6', '5 < 6'],
  ['&lt;b&gt;', '<b>'],
  ['AT&T', 'AT&T'],
  ['bell\u0007\u0000', 'bell'],
  ['<script>alert(1)</script>', 'alert(1)'],
  ['مد &#8211; جزر', 'مد – جزر'],
  ['می‌رود', 'می‌رود'],
  ['', ''],
])('%j is the line %j', (html, line) => {
  expect(plainLine(html)).toBe(line)
})
