import { expect, test } from 'vitest'
import { foldWord } from './fold'
import { stemWord } from './stem'

const stems = (words: string) => new Set(words.split(' ').map((word) => stemWord(foldWord(word))))

test.each([
  'ferry ferries ferry’s',
  'boat boats',
  'box boxes',
  'church churches',
  'class classes',
  'house houses housed housing',
  'bus buses',
  'stop stops stopped stopping',
  'make makes making',
  'hope hopes hoped hoping',
  'try tries tried trying',
  'control controls controlled controlling',
  'travel travelled travelling',
  'agree agrees agreed',
  'movie movies',
  'bridge bridges bridged',
  'use used using uses',
  'James James’s',
])('English: %s are one word', (words) => {
  expect(stems(words).size).toBe(1)
})

test('English words that only look like forms of another keep apart', () => {
  expect(stems('new news').size).toBe(2)
  expect(stems('even evening').size).toBe(2)
  expect(stems('hop hope').size).toBe(2)
  expect(stems('not note').size).toBe(2)
  expect([...stems('bus glass this sting feed bed king red')]).toEqual(
    'bus glass this sting feed bed king red'.split(' '),
  )
})

test.each([
  'مدينة المدينة بالمدينة والمدينة للمدينة مدينه',
  'كلمة كلمات الكلمات',
  'قفاز قفازات القفازات',
  'مهندس المهندس مهندسون مهندسين والمهندسين مهندسة',
  'لافتة اللافتة واللافتة لافتات',
  'حكومي حكومية الحكومي الحكومية',
  'ماء الماء والماء',
  'شهداء شهدا الشهداء',
  'تلميذ تلميذان',
])('Arabic: %s are one word', (words) => {
  expect(stems(words).size).toBe(1)
})

test.each([
  'کتاب کتابها کتابهای کتابهایی کتابهایش کتابی',
  'گل گلها گلهای',
  'خانه خانهها خانههای',
  'پرنده پرندگان',
  'کارگر کارگران کارگری',
  'کوتاه کوتاهتر کوتاهترین',
  'رود میرود نمیرود',
  'دریا دریای دریایی',
  'کتاب کتابشان',
])('Persian: %s are one word', (words) => {
  expect(stems(words).size).toBe(1)
})

test('short words and names that only look as if they had an ending stay whole', () => {
  const whole = 'ایران زمین دفتر دختر میدان تنها ماهی خانه قانون الله بندر ماشین زبان متر'.split(' ')
  expect(whole.map((word) => stemWord(foldWord(word)))).toEqual(whole.map(foldWord))
})

test('other scripts and words with digits are left alone', () => {
  expect([...stems('книги final2 שלום')]).toEqual(['книги', 'final2', 'שלום'])
})
