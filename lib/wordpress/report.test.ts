import { expect, test } from 'vitest'
import { ImportReport } from './report'

test('counts per kind and status: what came in is the sum of what became of it', () => {
  const report = new ImportReport()
  report.count('post', 'publish → PUBLISHED', 'added', 1_200)
  report.count('post', 'publish → PUBLISHED', 'changed')
  report.count('post', 'draft → DRAFT', 'unchanged', 2)
  report.count('author', '', 'left out', 3)
  expect(report.lines()).toEqual([
    '',
    '                           in the file      added    changed  unchanged   left out',
    'post: draft → DRAFT                  2          0          0          2          0',
    'post: publish → PUBLISHED        1,201      1,200          1          0          0',
    'author                               3          0          0          0          3',
  ])
  expect(report.tallies('post').get('draft → DRAFT')).toEqual({ added: 0, changed: 0, unchanged: 2, 'left out': 0 })
  expect(report.tallies('page').size).toBe(0)
})

test('a guess is told with its first five examples', () => {
  const report = new ImportReport()
  report.note('are one', 'only')
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) report.note('are many', name)
  report.note('have no names', undefined, 1_000)
  expect(report.lines()).toEqual([
    '',
    'Guessed, changed or left out:',
    '- are one: 1 (only)',
    '- are many: 6 (a, b, c, d, e, …)',
    '- have no names: 1,000',
  ])
})

test('an example is as long as a line can bear', () => {
  const report = new ImportReport()
  report.note('are long', 'x'.repeat(1_000))
  expect(report.lines().at(-1)).toBe(`- are long: 1 (${'x'.repeat(160)})`)
})

test('what texts lose, the most frequent first; times and texts', () => {
  const report = new ImportReport()
  report.lose({ 'shortcode pricing': 3, 'block acme/map': 1 })
  report.lose({ 'shortcode pricing': 1, constructor: 1 })
  report.lose({})
  expect(report.lines()).toEqual([
    '',
    'In the texts, not drawn:',
    '- shortcode pricing: 4 in 2 texts',
    '- block acme/map: 1 in 1 text',
    '- constructor: 1 in 1 text',
  ])
})

test('of very many losses forty are told, and how many more there are', () => {
  const report = new ImportReport()
  report.lose(Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`shortcode s${i}`, 1])))
  expect(report.lines()).toHaveLength(2 + 40 + 1)
  expect(report.lines().at(-1)).toBe('- and 5 more')
})

test('facts come first, and a report of nothing is empty', () => {
  const report = new ImportReport()
  expect(report.lines()).toEqual([])
  report.note('are guessed')
  report.fact('Export of x.')
  expect(report.lines()[0]).toBe('Export of x.')
})
