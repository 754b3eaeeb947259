import { expect, test } from 'vitest'
import { noonOf } from './days'
import { addDays, weekdayOf, weekOf, weeksOfMonth } from './grid'

const gregorian = (day: number) => day % 100
const persian = (day: number) =>
  Number(
    new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { day: 'numeric', timeZone: 'UTC' })
      .formatToParts(noonOf(day))
      .find(({ type }) => type === 'day')?.value,
  )

test('days are counted over the ends of months and years, and over a leap day', () => {
  expect([addDays(20261231, 1), addDays(20270101, -1), addDays(20240228, 1), addDays(20261122, 0)]).toEqual([
    20270101, 20261231, 20240229, 20261122,
  ])
})

test('a week begins where its readers begin it', () => {
  expect(weekdayOf(20261122)).toBe(7)
  expect([weekOf(20261122, 1)[0], weekOf(20261122, 6)[0], weekOf(20261122, 7)[0]]).toEqual([
    20261116, 20261121, 20261122,
  ])
  expect(weekOf(20261231, 1)).toEqual([20261228, 20261229, 20261230, 20261231, 20270101, 20270102, 20270103])
})

test('a month has all weeks with a day of it, and no others', () => {
  const november = weeksOfMonth(20261122, 1, gregorian)
  expect([november.length, november[0]?.[0], november.at(-1)?.[6]]).toEqual([6, 20261026, 20261206])
  // It begins on a Monday, and has four weeks.
  const february = weeksOfMonth(20270215, 1, gregorian)
  expect([february.length, february[0]?.[0], february.at(-1)?.[6]]).toEqual([4, 20270201, 20270228])
})

test('a Persian month is one of its own calendar', () => {
  // Azar 1405: 22 November to 21 December 2026; weeks begin on Saturday.
  const azar = weeksOfMonth(20261201, 6, persian)
  expect([azar.length, azar[0]?.[0], azar.at(-1)?.[6]]).toEqual([5, 20261121, 20261225])
})
