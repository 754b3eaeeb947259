import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { estimate, merge, note, REGISTERS } from './registers'

const hashOf = (i: number) => createHash('sha256').update(`reader ${i}`).digest()

function seen(from: number, to: number): Uint8Array {
  const registers = new Uint8Array(REGISTERS)
  for (let i = from; i < to; i++) note(registers, hashOf(i))
  return registers
}

test.each([
  [0, 0],
  [1, 0],
  [10, 0.001],
  [300, 0.03],
  [5_000, 0.05],
  [60_000, 0.05],
])('of %s readers about as many are counted', (count, share) => {
  expect(Math.abs(estimate(seen(0, count)) - count)).toBeLessThanOrEqual(count * share)
})

test('whoever comes again changes nothing', () => {
  const registers = seen(0, 100)
  expect(note(registers, hashOf(50))).toBe(false)
  expect(note(registers, Buffer.alloc(32))).toBe(true)
})

test('those whom two processes saw are counted once', () => {
  expect(merge([seen(0, 2_000), seen(1_000, 3_000)])).toEqual(seen(0, 3_000))
})

test('the rank is that of the bits behind the index', () => {
  const registers = new Uint8Array(REGISTERS)
  note(registers, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 1]))
  note(registers, Uint8Array.from([0, 0x18, 0, 0, 0, 0, 0, 0]))
  note(registers, Uint8Array.from([0, 0x20, 0, 0x01, 0, 0, 0, 0]))
  note(registers, Uint8Array.from([0, 0x30, 0, 0, 0x80, 0, 0, 0]))
  note(registers, Uint8Array.from([0xff, 0xf0, 0, 0, 0, 0, 0, 0]))
  expect([0, 1, 2, 3, REGISTERS - 1].map((index) => registers[index])).toEqual([52, 1, 20, 21, 53])
})
