import { expect, test } from 'vitest'
import { isEditedHere } from './edited-here'

const found = { why: 'found', actorId: null }
const saved = { why: 'save', actorId: 'ines' }

test('nobody has touched what has no history', () => {
  expect(isEditedHere([])).toBe(false)
})

test('a save, a withdrawal, or a setting beside the text: it is edited', () => {
  expect(isEditedHere([found, saved])).toBe(true)
  expect(isEditedHere([found, { why: 'withdraw', actorId: 'ines' }])).toBe(true)
  expect(isEditedHere([found])).toBe(true)
})

test('appearing at the time that the export had set is no edit, whatever comes after it is', () => {
  const appeared = { why: 'publish', actorId: '' }
  expect(isEditedHere([found, appeared])).toBe(false)
  expect(isEditedHere([found, appeared, { why: 'change', actorId: 'ines' }])).toBe(true)
})

test('an import that was told to write over it begins anew', () => {
  const imported = { why: 'import', actorId: '' }
  expect(isEditedHere([found, saved, imported])).toBe(false)
  expect(isEditedHere([found, saved, imported, saved])).toBe(true)
})
