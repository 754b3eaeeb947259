import { expect, test } from 'vitest'
import { deleteMediaSchema, mediaSchema } from './library-schema'

const faults = (over: Record<string, string>) => {
  const read = mediaSchema.safeParse({ id: '1', ...over })
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

test('days that exist and shares of a picture are read, others are told', () => {
  expect(mediaSchema.parse({ id: '7', rightsUntil: '2028-02-29', focalX: '33,35', focalY: '0' })).toMatchObject({
    ...{ id: 7, rightsUntil: 20280229, focalX: 0.334, focalY: 0, decorative: false },
  })
  expect(faults({ rightsUntil: '2026-02-30' })).toEqual(['rightsUntil dayWrong'])
  expect(faults({ focalX: '101', focalY: 'x' })).toEqual(['focalX shareWrong', 'focalY shareWrong'])
  expect(faults({ caption: 'x'.repeat(2_001) })).toEqual(['caption tooLong'])
})

test('a line is one line, and only a ticked box is a word', () => {
  expect(mediaSchema.parse({ id: '1', alt: ' A\r\nboat \u0007', licence: 'mine' })).toMatchObject({
    alt: 'A boat',
    licence: '',
  })
  expect([deleteMediaSchema.parse({ id: '1' }).sure, deleteMediaSchema.parse({ id: '1', sure: 'on' }).sure]).toEqual([
    false,
    true,
  ])
})
