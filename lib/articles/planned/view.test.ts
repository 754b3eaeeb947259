import { expect, test } from 'vitest'
import { isSameMonth, plannedPath, readPlanned, turned, weeksOf } from './view'

const today = 20261128

test('an address names a week or a month; nonsense is this week', () => {
  expect(readPlanned({ span: 'month', day: '20270301' }, today)).toEqual({ span: 'month', day: 20270301 })
  for (const query of [{}, { span: 'year', day: '20261399' }, { day: ['20270301'] }, { day: '1' }])
    expect(readPlanned(query, today)).toEqual({ span: 'week', day: today })
  const planned = { span: 'month', day: 20270301 } as const
  const query = Object.fromEntries(new URL(plannedPath(planned), 'http://x').searchParams)
  expect(readPlanned(query, today)).toEqual(planned)
})

test('weeks begin on Monday in English, on Saturday in Arabic and Persian', () => {
  const week = { span: 'week', day: today } as const
  expect(['en', 'ar', 'fa-IR'].map((locale) => weeksOf(week, locale)[0]?.[0])).toEqual([20261123, 20261128, 20261128])
})

test('one turns to the next month and back, whatever its length and calendar', () => {
  const january = { span: 'month', day: 20270131 } as const
  expect(turned(january, 'en', 1)).toEqual({ span: 'month', day: 20270201 })
  expect(turned(turned(january, 'en', 1), 'en', -1)).toEqual({ span: 'month', day: 20270101 })
  // Azar has thirty days and begins on 22 November.
  expect(turned({ span: 'month', day: 20261130 }, 'fa', 1)).toEqual({ span: 'month', day: 20261222 })
  expect(turned({ span: 'month', day: 20261130 }, 'fa', -1)).toEqual({ span: 'month', day: 20261023 })
  expect(turned({ span: 'week', day: 20261230 }, 'en', 1)).toEqual({ span: 'week', day: 20270106 })
})

test('days of other months are told from those of this one', () => {
  expect([isSameMonth(20261130, 20261122, 'en'), isSameMonth(20261201, 20261122, 'en')]).toEqual([true, false])
  expect([isSameMonth(20261201, 20261122, 'fa'), isSameMonth(20261121, 20261122, 'fa')]).toEqual([true, false])
})
