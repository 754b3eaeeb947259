import { expect, test } from 'vitest'
import {
  formatArchiveDay,
  formatDate,
  formatMonth,
  formatNumber,
  formatShortDate,
  formatTime,
  formatWeekday,
  listParts,
  plural,
} from './format'

const morning = new Date('2026-11-22T06:30:00Z')

test('dates as each language’s press prints them', () => {
  expect(formatDate(morning, 'en', 'UTC')).toBe('22 November 2026')
  expect(formatDate(morning, 'en-US', 'UTC')).toBe('November 22, 2026')
  expect(formatDate(morning, 'ar', 'UTC')).toBe('٢٢ نوفمبر ٢٠٢٦')
  expect(formatDate(morning, 'fa', 'UTC')).toBe('۱ آذر ۱۴۰۵')
})

test('an Arabic country keeps its own digits, and no Arabic paper gets the lunar calendar unasked', () => {
  expect(formatDate(morning, 'ar-MA', 'UTC')).toContain('2026')
  expect(formatDate(morning, 'ar-SA', 'UTC')).toMatch(/2026|٢٠٢٦/)
})

test('times are the zone’s, on the 24-hour clock', () => {
  expect(formatTime(morning, 'en', 'Asia/Tehran')).toBe('10:00')
  expect(formatTime(morning, 'ar', 'UTC')).toBe('٠٦:٣٠')
  expect(formatTime(morning, 'fa', 'UTC')).toBe('۰۶:۳۰')
})

test('the masthead’s date has a weekday and no comma', () => {
  expect(formatWeekday(morning, 'en', 'UTC')).toBe('Sunday 22 November 2026')
  expect(formatWeekday(morning, 'ar', 'UTC')).toBe('الأحد ٢٢ نوفمبر ٢٠٢٦')
  expect(formatWeekday(morning, 'fa', 'UTC')).toMatch(/^یکشنبه ۱ آذر ۱۴۰۵$/)
})

test('archives go by the calendar of their addresses', () => {
  expect(formatMonth(morning, 'en')).toBe('November 2026')
  expect(formatMonth(morning, 'fa')).toContain('۲۰۲۶')
  expect(formatArchiveDay(morning, 'fa')).toContain('۲۰۲۶')
})

test('short dates and numbers', () => {
  expect(formatShortDate(morning, 'en', 'UTC')).toBe('22 Nov')
  expect(formatNumber(1234, 'en')).toBe('1,234')
  expect(formatNumber(1234, 'ar')).toBe('١٬٢٣٤')
  expect(formatNumber(1234, 'fa')).toBe('۱٬۲۳۴')
})

test('lists of names', () => {
  const joined = (names: string[], locale: string) =>
    listParts(names, locale)
      .map(({ value }) => value)
      .join('')
  expect(joined(['Maren', 'Tobias'], 'en')).toBe('Maren and Tobias')
  expect(joined(['ليان', 'نادر'], 'ar')).toBe('ليان ونادر')
})

test('the six Arabic plurals', () => {
  const forms = {
    zero: 'لا تعليقات',
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '{n} تعليقات',
    many: '{n} تعليقًا',
    other: '{n} تعليق',
  }
  expect([0, 1, 2, 3, 11, 100].map((n) => plural(n, 'ar', forms))).toEqual([
    'لا تعليقات',
    'تعليق واحد',
    'تعليقان',
    '٣ تعليقات',
    '١١ تعليقًا',
    '١٠٠ تعليق',
  ])
})
