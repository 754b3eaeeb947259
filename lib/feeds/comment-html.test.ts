import { expect, test } from 'vitest'
import { commentHtml } from './comment-html'

test('paragraphs, lines and links are drawn, and what was typed as HTML stays what was typed', () => {
  expect(commentHtml('One\ntwo <b>\n\nSee https://a.example/?x=1&y=2.')).toBe(
    '<p>One<br>two &lt;b&gt;</p><p>See <a href="https://a.example/?x=1&amp;y=2" rel="nofollow ugc">' +
      'https://a.example/?x=1&amp;y=2</a>.</p>',
  )
})
