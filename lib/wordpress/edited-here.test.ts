import { expect, test } from 'vitest'
import { isEditedHere, type Traces } from './edited-here'

const at = (hour: number) => new Date(`2026-11-23T${hour}:00:00Z`)
const line = (why: string, actorId: string | null = 'ines', hour = 12) => ({ why, actorId, savedAt: at(hour) })
const found = line('found', null)
const saved = line('save')
const traces = (history: Traces['history'], over: Partial<Traces> = {}): Traces => ({
  ...{ history, hasCopy: false, setAt: [] },
  ...over,
})

test('nobody has touched what has no history', () => {
  expect(isEditedHere(traces([]))).toBe(false)
})

test('a save, a withdrawal, or a setting beside the text: it is edited', () => {
  expect(isEditedHere(traces([found, saved]))).toBe(true)
  expect(isEditedHere(traces([found, line('withdraw')]))).toBe(true)
  expect(isEditedHere(traces([found]))).toBe(true)
})

test('appearing at the time that the export had set is no edit, whatever comes after it is', () => {
  const appeared = line('publish', '')
  expect(isEditedHere(traces([found, appeared]))).toBe(false)
  expect(isEditedHere(traces([found, appeared, saved]))).toBe(true)
})

test('an import that was told to write over it begins anew', () => {
  const imported = line('import', '')
  expect(isEditedHere(traces([found, saved, imported]))).toBe(false)
  expect(isEditedHere(traces([found, saved, imported, saved]))).toBe(true)
})

test('changes that readers do not see count while they are there, and not once they are thrown away', () => {
  const changed = [found, line('change'), line('restore')]
  expect(isEditedHere(traces(changed, { hasCopy: true }))).toBe(true)
  expect(isEditedHere(traces(changed))).toBe(false)
  expect(isEditedHere(traces([...changed, line('publishChanges')]))).toBe(true)
})

test('what was set beside the text since the import counts although all changes of the text were thrown away', () => {
  const history = [line('import', '', 10), line('change', 'ines', 12)]
  expect(isEditedHere(traces(history, { setAt: [at(9)] }))).toBe(false)
  expect(isEditedHere(traces(history, { setAt: [at(9), at(11)] }))).toBe(true)
})
