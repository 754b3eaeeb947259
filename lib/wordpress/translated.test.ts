import { expect, test } from 'vitest'
import { localeOf, translationGroup } from './translated'

const polylang = (language: string, group: string) => ({
  terms: [
    { domain: 'category', slug: 'ferries', name: 'Ferries' },
    { domain: 'language', slug: language, name: 'A language' },
    { domain: 'post_translations', slug: group, name: group },
  ],
  meta: [],
})
const wpml = (language: string, group: string) => ({
  terms: [],
  meta: [
    { key: '_wpml_import_language_code', value: language },
    { key: '_wpml_import_translation_group', value: group },
  ],
})
const alone = { terms: [], meta: [] }

test('the language of a text is what a plugin says, in the spelling of the web, or the site’s', () => {
  expect(localeOf(polylang('ar', 'pll_1'), 'en-GB')).toBe('ar')
  expect(localeOf(polylang('fa_ir', 'pll_1'), 'en-GB')).toBe('fa-IR')
  expect(localeOf(wpml('pt-br', '7'), 'en-GB')).toBe('pt-BR')
  expect(localeOf(polylang('no language at all', 'pll_1'), 'en-GB')).toBe('en-GB')
  expect(localeOf(alone, 'en-GB')).toBe('en-GB')
})

test('translations of a text share a name', () => {
  expect(translationGroup(polylang('ar', 'pll_1'))).toBe('pll_1')
  expect(translationGroup(wpml('ar', '7'))).toBe('7')
  expect(translationGroup(alone)).toBeNull()
})
