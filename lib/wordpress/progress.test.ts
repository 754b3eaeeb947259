import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PrintedProgress, SILENT } from './progress'

// The clock alone is of the test's making: what is shown depends on nothing else.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

function printed(isTerminal: boolean) {
  let text = ''
  const progress = new PrintedProgress((more) => {
    text += more
  }, isTerminal)
  return { progress, shown: () => text }
}

test('on a terminal a bar draws itself over, with items and their rate, and ends its line', () => {
  const { progress, shown } = printed(true)
  progress.begin('Writing', 1_000)
  vi.advanceTimersByTime(1_000)
  progress.items(30)
  vi.advanceTimersByTime(1_000)
  progress.at(500)
  progress.items(30)
  progress.end()
  expect(shown().split('\r').slice(1)).toEqual([
    `Writing  [${' '.repeat(24)}]   0 %, 30 items, 30/s`,
    `Writing  [${'#'.repeat(12)}${' '.repeat(12)}]  50 %, 30 items, 15/s`,
    `Writing  [${'#'.repeat(24)}] 100 %, 60 items, 30/s\n`,
  ])
})

test('elsewhere a line every five seconds, without a bar', () => {
  const { progress, shown } = printed(false)
  progress.begin('Reading', 1_000)
  for (let second = 1; second <= 11; second++) {
    vi.advanceTimersByTime(1_000)
    progress.at(second * 50)
  }
  progress.end()
  expect(shown()).toBe('Reading   25 %, 0 items, 0/s\nReading   50 %, 0 items, 0/s\n')
})

test('a second part begins at nothing, an empty one is done at once, and no bar is longer than its line', () => {
  const { progress, shown } = printed(true)
  progress.begin('Reading', 10)
  progress.items(7)
  progress.end()
  progress.begin('Writing', 0)
  progress.at(99)
  progress.end()
  expect(shown()).toMatch(/^\rReading .*7 items\n\rWriting {2}\[#{24}\] 100 %, 0 items\n$/)
})

test('a silent one says nothing', () => {
  expect([SILENT.begin('x', 1), SILENT.at(1), SILENT.items(1), SILENT.end()]).toEqual(Array(4).fill(undefined))
})
