import { expect, test } from 'vitest'
import { removing, saving, undoSchema } from './way-back'

const HERE = 'https://courier.example'
const said = ({ undo }: { undo?: string }) => undo && undoSchema.parse(JSON.parse(undo))

test('the way back is what undoes it', () => {
  const before = { from: '/a/', to: '/b/', status: '302' }
  expect(said(saving(null, before, HERE))).toEqual({ verb: 'save', id: null, ...before })
  expect(said(removing(7))).toEqual({ verb: 'remove', id: 7 })
})

test('what nobody could type has none: a replaced picture’s address', () => {
  const from = `/media/${'a'.repeat(32)}/640.webp`
  expect(saving(null, { from, to: '/b/', status: '301' }, HERE)).toEqual({})
})
