import { expect, test } from 'vitest'
import { csvLine, csvOf, readCell } from './csv'

test('cells with commas, quotation marks and line breaks are quoted', () => {
  expect(
    csvOf([
      ['Article', 'Readings'],
      ['Boats, “tin”', 3],
      ['Say "no"', 2],
    ]),
  ).toBe('\ufeffArticle,Readings\r\n"Boats, “tin”",3\r\n"Say ""no""",2\r\n')
})

const FORMULAS = ['=1+1', '+1', '-1', '@cmd', "'=1", "''-1"]

test.each(FORMULAS)('“%s” is no formula to whoever opens the file', (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`)
})

test('a formula is none behind a tab or a line break either', () => {
  expect(csvLine(['\t=1', '\r=1'])).toBe(`"'\t=1","'\r=1"\r\n`)
})

test.each([...FORMULAS, '\t=1', "'", "'quoted'", '/a/', ''])('“%s” is read as it was written', (text) => {
  const cell = csvLine([text]).replace(/\r\n$/, '').replaceAll('"', '')
  expect(readCell(cell)).toBe(text)
})

test('numbers are numbers, below nought too', () => {
  expect(csvLine([-1, 2.5])).toBe('-1,2.5\r\n')
})
