import { expect, test } from 'vitest'
import { typeset, typesetText } from '@/lib/wordpress/text/typography'

test.each([
  [`"Late," she said, "and 'nobody' knows why."`, '“Late,” she said, “and ‘nobody’ knows why.”'],
  [`The boat's crew - all '85 hands - won't sail`, 'The boat’s crew – all ’85 hands – won’t sail'],
  [`'Twas the captain's; 'tis ours ('cause we paid)`, '’Twas the captain’s; ’tis ours (’cause we paid)'],
  [`The ferries' berths`, 'The ferries’ berths'],
  [`A 6'4" mast, a 12" rope, "berth 12"`, 'A 6’4″ mast, a 12″ rope, “berth 12”'],
  ['1985--1990 -- and then --- nothing', '1985–1990 — and then — nothing'],
  ['xn--hafen-1ya stays', 'xn--hafen-1ya stays'],
  ['Wait...and see....', 'Wait…and see….'],
  ['3x4 boats, 1.5x2 m, 0x10, 4x4s', '3×4 boats, 1.5×2 m, 0x10, 4x4s'],
  ["``Late'' (tm)", '“Late” ™'],
  ['See http://harbour.example/a--b?c=... now', 'See http://harbour.example/a--b?c=... now'],
  [`He wrote "https://harbour.example/a--b" twice`, 'He wrote “https://harbour.example/a--b” twice'],
  [`قال "لا أحد" ثم مضى`, 'قال “لا أحد” ثم مضى'],
  ['no candidates, at all', 'no candidates, at all'],
])('%s', (typed, set) => {
  expect(typesetText(typed)).toBe(set)
})

test('quotes look through tags, to both sides', () => {
  expect(typeset(`<p>"<em>Heron</em>" and <b>"Tern"</b>'s crew said "<a href="/x">no</a>".</p>`)).toBe(
    '<p>“<em>Heron</em>” and <b>“Tern”</b>’s crew said “<a href="/x">no</a>”.</p>',
  )
})

test('each block begins anew', () => {
  expect(typeset(`<p>"Open</p><p>"Open again"</p><li>12"</li>`)).toBe('<p>“Open</p><p>“Open again”</p><li>12″</li>')
})

test('tags, attributes, code and preformatted text stay as typed', () => {
  const html = `<pre>a -- "b" <b>'c'</b></pre><p title="it's -- &quot;x&quot;"><code>'d'...</code> <kbd>"</kbd></p>`
  expect(typeset(html)).toBe(html)
})

test('a quote beside code knows that something stands there', () => {
  expect(typeset('<p>"<code>x</code>"</p>')).toBe('<p>“<code>x</code>”</p>')
})

test('the page break stays', () => {
  expect(typeset(`<p>It's</p>\n<!--nextpage-->\n<p>"late"</p>`)).toBe('<p>It’s</p>\n<!--nextpage-->\n<p>“late”</p>')
})
