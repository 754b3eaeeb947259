import { expect, test } from 'vitest'
import { findItems } from '@/lib/desk/find-items'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { actor } from '@/lib/testing/newsroom'
import { optionsFor } from './options'

const offered = (typed: string, locale = 'en', found: Parameters<typeof optionsFor>[0]['found'] = null) =>
  optionsFor({
    typed,
    found,
    items: findItems(actor('Oda', 'ADMIN'), locale),
    words: deskWordsFor(locale).find,
    statuses: writingWordsFor(locale).statuses,
  }).map(({ says }) => says)

test('pages and acts are found by the beginnings of their words', () => {
  expect(offered('aud')).toEqual(['Audit log', 'Search all articles for “aud”'])
  expect(offered('NEW ART')).toEqual(['New article', 'Search all articles for “NEW ART”'])
  expect(offered('udit')).toEqual(['Search all articles for “udit”'])
})

test('names of another script are found in their other spellings too', () => {
  expect(offered('التعليقات', 'ar')).toContain('التعليقات')
  expect(offered('ديدگاه', 'fa')[0]).toBe('دیدگاه‌ها')
})

test('before anything is typed a few pages stand there, and what can be begun', () => {
  expect(offered('')).toEqual(['Desk', 'Articles', 'Articles: Mine', 'Articles: Drafts', 'New article', 'New page'])
})

test('what was found stands before everything else', () => {
  const article = { id: 1, headline: 'Ferry', locale: 'en', status: 'DRAFT' as const, hasChanges: false }
  expect(offered('aud', 'en', { articles: [article], comments: [], people: [] })[0]).toBe('Ferry')
})
