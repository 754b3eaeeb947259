import { expect, test } from 'vitest'
import { readWords } from './words'

const words = (text: string) => readWords(text).words.map(({ token }) => token)
const joined = (text: string) => readWords(text).joined.map(({ token }) => token)
const spans = (text: string) => readWords(text).words.map(({ start, end }) => text.slice(start, end))

test('words come in order, folded and without endings, with where they stand', () => {
  expect(words('The FERRIES, twice!')).toEqual(['the', 'ferri', 'twice'])
  expect(spans('“The town’s ferries,” she said.')).toEqual(['The', 'town’s', 'ferries', 'she', 'said'])
})

test('signs part words, a comma of thousands and an apostrophe do not', () => {
  expect(words('harbour_AR_final2 and/or 318,000 o’clock 3.5 a@b.example')).toEqual(
    'harbour ar final2 and or 318000 oclock 3 5 a b exampl'.split(' '),
  )
})

test('hyphens part words that are also found joined', () => {
  expect(words('a walk-in e-mail - no')).toEqual(['a', 'walk', 'in', 'e', 'mail', 'no'])
  expect(joined('a walk-in e-mail - no')).toEqual(['walkin', 'email'])
})

test('a half space parts words that are also found joined', () => {
  expect(words('پرنده‌شمار')).toEqual(['پرند', 'شمار'])
  expect(joined('پرنده‌شمار')).toEqual(words('پرندهشمار'))
})

test('a plural is one word, however it is written, and takes one place', () => {
  for (const text of ['کتاب‌های خوب', 'کتاب های خوب', 'کتابهای خوب']) {
    expect([text, words(text), joined(text)]).toEqual([text, ['كتاب', 'خوب'], []])
  }
  expect(spans('کتاب‌های خوب')).toEqual(['کتاب‌های', 'خوب'])
  expect(spans('کتاب های خوب')).toEqual(['کتاب های', 'خوب'])
})

test('so is a verb with می, and a word with ه‌ی', () => {
  for (const text of ['می‌رود', 'می رود', 'میرود', 'نمی‌رود']) expect([text, words(text)]).toEqual([text, ['رود']])
  expect(spans('او می‌رود')).toEqual(['او', 'می‌رود'])
  for (const text of ['خانه‌ی او', 'خانه ی او', 'خانۀ او']) expect([text, words(text)[0]]).toEqual([text, 'خانه'])
})

test('Arabic joins "and" to a number', () => {
  expect(words('و٧١ بـ٤٢')).toEqual(['و', '71', 'ب', '42'])
})

test('an abbreviation with a quotation mark inside is one Hebrew word', () => {
  expect(words('ארה"ב "ארה"')).toEqual(['ארהב', 'ארה'])
})

test('where nothing parts words each character is one', () => {
  expect(words('東京 tower')).toEqual(['東', '京', 'tower'])
  expect(spans('東京')).toEqual(['東', '京'])
})

test('a token has an end, and no half characters', () => {
  const [token = ''] = words(`x${'𝒜'.repeat(10)}${'𐐨'.repeat(60)}`)
  expect(token.length).toBeLessThanOrEqual(64)
  expect(token.isWellFormed()).toBe(true)
})
