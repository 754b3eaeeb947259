import { expect, test } from 'vitest'
import { CHOSEN, chosenText, readChosen, readUndo, type Undo, undoText } from './bulk'

test('what was chosen is read back with the versions that were seen', () => {
  const chosen = [
    { id: 12, version: 3 },
    { id: 7, version: 1 },
  ]
  expect(CHOSEN.test(chosenText(chosen))).toBe(true)
  expect(readChosen(chosenText(chosen))).toEqual(chosen)
})

test.each(['', '12', '12.0', '12.3 ', 'a.b', '12.3,7.1', Array(101).fill('1.1').join(' ')])(
  '“%s” chooses nothing',
  (text) => {
    expect(CHOSEN.test(text)).toBe(false)
  },
)

test.each<Undo>([
  { verb: 'restore', chosen: [{ id: 1, version: 2, was: 0 }] },
  { verb: 'republish', chosen: [{ id: 9, version: 4, was: 0 }] },
  {
    verb: 'category',
    chosen: [
      { id: 1, version: 2, was: 7 },
      { id: 3, version: 1, was: 0 },
    ],
  },
])('$verb is read back', (undo) => {
  expect(readUndo(undoText(undo))).toEqual(undo)
})

test.each(['', 'trash', 'publish 1.1.1', 'withdraw 1.1.1', 'delete 1.1.1', 'trash 1.1', 'trash 1.1.x'])(
  '“%s” undoes nothing',
  (text) => {
    expect(readUndo(text)).toBeNull()
  },
)
