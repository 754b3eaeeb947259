import { expect, test } from 'vitest'
import { foldWord } from './fold'

test.each([
  ['case and accents', ['CAFÉ', 'café', 'cafe\u0301'], 'cafe'],
  ['letters Unicode does not take apart', ['Łódź'], 'lodz'],
  ['ligatures and sharp s', ['Straße', 'STRASSE'], 'strasse'],
  ['æ and ø', ['Ærøskøbing'], 'aeroskobing'],
  ['full width', ['Ｎｅｗｓ'], 'news'],
  ['a possessive', ['town’s', "town's", 'TOWN’S'], 'town'],
  ['apostrophes', ['o’clock', "o'clock"], 'oclock'],
  ['ayn', ['‘Ali', 'ʿAlī', '`Ali', 'Ali'], 'ali'],
  ['soft hyphens and marks of direction', ['news\u00adpaper', '\u200enewspaper\u200f'], 'newspaper'],
  ['alef', ['أحمد', 'إحمد', 'آحمد', 'ٱحمد', 'احمد'], 'احمد'],
  ['ye', ['علي', 'على', 'علی'], 'علي'],
  ['kaf', ['كتاب', 'کتاب', 'ڪتاب'], 'كتاب'],
  ['ta marbuta and he', ['مدينة', 'مدينه', 'مدینہ'], 'مدينه'],
  ['hamza on waw and ye', ['مسؤول', 'مسئول', 'مسوول'], 'مسوول'],
  ['hamza on ye at a word’s end', ['ویدئو', 'ویدیو'], 'ويديو'],
  ['hamza after ye', ['شيء', 'شئ', 'شي'], 'شي'],
  ['harakat', ['مُحَمَّدٌ', 'محمد'], 'محمد'],
  ['tatweel', ['مـــحمد'], 'محمد'],
  ['presentation forms', ['\ufefb', 'لا'], 'لا'],
  ['he with ye above', ['خانۀ', 'خانهٔ', 'خانه'], 'خانه'],
  ['Arabic and Persian digits', ['٧١', '۷۱', '71'], '71'],
  ['thousands', ['318,000', '۳۱۸٬۰۰۰', '318000'], '318000'],
  ['Hebrew points and abbreviations', ['שָׁלוֹם', 'שלום'], 'שלום'],
  ['Greek and Cyrillic', ['Λόγος'], 'λογοσ'],
])('%s', (_, spellings, folded) => {
  expect(spellings.map(foldWord)).toEqual(spellings.map(() => folded))
})

test('marks that are vowels, or another letter, stay', () => {
  expect(foldWord('हिन्दी')).toBe('हिन्दी')
  expect(foldWord('ガラス')).toBe('ガラス')
  expect(foldWord('한국어')).toBe('한국어')
})

test('nothing but letters, digits and their marks is left, whatever comes', () => {
  expect(foldWord('"a*b^c:d{e}(f)\\g\0h\ud800')).toBe('abcdefgh')
  expect(foldWord('½')).toBe('12')
  expect(foldWord('…')).toBe('')
})
