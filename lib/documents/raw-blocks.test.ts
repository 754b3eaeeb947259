import { expect, test } from 'vitest'
import { type ArticleDocument, documentOf } from './document'
import { addsRawBlock } from './raw-blocks'

const withRaw = (...sources: string[]): ArticleDocument =>
  documentOf(sources.map((html) => ({ type: 'rawHtml', attrs: { html } })))

test('who may not write HTML may keep, move and delete the raw blocks that are there', () => {
  expect(addsRawBlock(withRaw('<p>a</p>', '<p>b</p>'), withRaw('<p>b</p>', '<p>a</p>'))).toBe(false)
  expect(addsRawBlock(withRaw('<p>a</p>'), documentOf([]))).toBe(false)
})

test('a raw block that is new, or changed, is seen', () => {
  expect(addsRawBlock(withRaw('<p>a</p>'), withRaw('<p>a</p>', '<p>b</p>'))).toBe(true)
  expect(addsRawBlock(withRaw('<p>a</p>'), withRaw('<p>a </p>'))).toBe(true)
  expect(addsRawBlock(null, withRaw('<p>a</p>'))).toBe(true)
})
