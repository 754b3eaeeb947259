import { expect, test } from 'vitest'
import { z } from 'zod'
import { jsonText } from './json-text'

test('what a form sends as JSON is read and checked; what is none, or too long, is refused', () => {
  const schema = jsonText(20).pipe(z.object({ id: z.number() }))
  expect(schema.safeParse('{"id":7}').data).toEqual({ id: 7 })
  for (const text of ['', '{"id":', '{"id":"7"}', `{"id":7${' '.repeat(20)}}`]) {
    expect(schema.safeParse(text).success, text).toBe(false)
  }
})
