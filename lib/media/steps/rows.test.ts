import { openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { passingFolder } from '@/lib/testing/passing-folder'
import { shelfIn } from '../shelf'
import { Rows } from './rows'

const emptyShelf = () => shelfIn(openSync(join(passingFolder('rows'), 'rows'), 'w+'))
const SIZE = { width: 3, down: 2, kept: 5 }
/** So many rows that most of them are not at hand. */
const ROWS = 100

const fill = (rows: Rows, number: number) => {
  for (let row = 0; row < ROWS; row++) {
    const first = rows.change(row)
    for (let x = 0; x < SIZE.width; x++) {
      rows.values[(first + x) * SIZE.kept + 4] = number * (row * 10 + x)
      rows.present[(first + x) * 2 + 1] = row + x
    }
  }
}
const read = (rows: Rows) =>
  Array.from({ length: ROWS * SIZE.width }, (_, i) => {
    const [row, x] = [Math.floor(i / SIZE.width), i % SIZE.width]
    const block = rows.find(row) + x
    return [rows.values[block * SIZE.kept + 4], rows.present[block * 2 + 1]]
  })
const wanted = (number: number) =>
  Array.from({ length: ROWS * SIZE.width }, (_, i) => {
    const [row, x] = [Math.floor(i / SIZE.width), i % SIZE.width]
    return [number * (row * 10 + x), row + x]
  })

test('what two colours have in their rows is there again, whatever was at hand between', () => {
  const shelf = emptyShelf()
  const light = new Rows(shelf, 0, SIZE)
  const colour = new Rows(shelf, light.end(ROWS), SIZE)
  fill(light, 1)
  fill(colour, 2)
  expect(read(light)).toEqual(wanted(1))
  expect(read(colour)).toEqual(wanted(2))
})

test('rows that nothing was written into are empty, also those far behind', () => {
  const rows = new Rows(emptyShelf(), 0, SIZE)
  rows.values[rows.change(60) * SIZE.kept] = 7
  rows.find(0)
  expect([rows.values.some(Boolean), rows.present.some(Boolean)]).toEqual([false, false])
  rows.find(99)
  expect(rows.values.some(Boolean)).toBe(false)
  expect(rows.values[rows.find(60) * SIZE.kept]).toBe(7)
})

test('however many rows there are, memory for a few of them is taken', () => {
  const rows = new Rows(emptyShelf(), 0, { width: 1_000, down: 2, kept: 16 })
  expect(rows.end(10_000)).toBeGreaterThan(300_000_000)
  expect(rows.values.buffer.byteLength).toBeLessThan(1_000_000)
})
