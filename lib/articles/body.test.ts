import { expect, test } from 'vitest'
import { bodyPages, partFootnotes } from './body'

test('a text without breaks is one page', () => {
  expect(bodyPages('<p>One.</p>')).toEqual(['<p>One.</p>'])
})

test('each break begins a page', () => {
  expect(bodyPages('<p>One.</p>\n<!--nextpage-->\n<p>Two.</p>')).toEqual(['<p>One.</p>', '<p>Two.</p>'])
})

test('footnotes are taken out of the text, without the converter’s heading', () => {
  const body = '<p>Text.</p><section class="footnotes"><h2 id="l">Footnotes</h2><ol><li>Note.</li></ol></section>'
  expect(partFootnotes(body)).toEqual({ text: '<p>Text.</p>', footnotes: '<ol><li>Note.</li></ol>' })
  expect(partFootnotes('<p>Text.</p>')).toEqual({ text: '<p>Text.</p>', footnotes: null })
})
