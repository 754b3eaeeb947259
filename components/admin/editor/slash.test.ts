import { expect, test } from 'vitest'
import { editorWordsFor } from '@/lib/i18n/editor-words'
import { matchingBlocks } from './slash'

const names = (query: string, locale = 'en', mayEditHtml = true) =>
  matchingBlocks(query, editorWordsFor(locale), mayEditHtml).map(({ name }) => name)

test('“im” finds images, a gallery by its second word', () => {
  expect(names('im')).toEqual(['image', 'gallery'])
})

test('a sign of Markdown finds what it stands for', () => {
  expect(names('##')).toEqual(['heading2'])
})

test('the words of the language are found, and the English ones too', () => {
  expect(names('جد', 'ar')).toEqual(['table'])
  expect(names('table', 'fa')).toEqual(['table'])
})

test('raw HTML is offered to editors only', () => {
  expect(names('raw')).toEqual(['rawHtml'])
  expect(names('raw', 'en', false)).toEqual([])
  expect(names('', 'en', false)).not.toContain('rawHtml')
})
