import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('cells with commas, quotation marks and line breaks are quoted', () => {
  expect(
    csvOf([
      ['Article', 'Readings'],
      ['Boats, “tin”', 3],
      ['Say "no"', 2],
    ]),
  ).toBe('\ufeffArticle,Readings\r\n"Boats, “tin”",3\r\n"Say ""no""",2\r\n')
})

test.each(['=1+1', '+1', '-1', '@cmd', '\t=1'])('“%s” is no formula to whoever opens the file', (text) => {
  expect(csvOf([[text]])).toBe(`\ufeff'${text}\r\n`)
})
