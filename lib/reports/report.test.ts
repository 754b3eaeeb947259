import { expect, test } from 'vitest'
import { parseReport } from './report'

const posted = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ article: '7', comment: 'It was 1985.', ...fields }))
    form.set(name, value)
  return form
}

test('a report needs to say what is wrong, and nothing else', () => {
  expect(parseReport(posted({}))).toEqual({
    ok: true,
    report: { articleId: 7, sentence: '', text: 'It was 1985.', email: '', token: '', trapped: false },
  })
  expect(parseReport(posted({ comment: ' \r\n ' }))).toEqual({ ok: false, errors: { comment: 'textMissing' } })
})

test('what was marked across lines is one line, and what was typed keeps its own', () => {
  const parsed = parseReport(
    posted({ sentence: ' The first\r\n  boat \u0000left. ', comment: 'One.\r\n\r\n\r\n\r\nTwo.' }),
  )
  expect(parsed).toMatchObject({ report: { sentence: 'The first boat left.', text: 'One.\n\nTwo.' } })
})

test('every field that is not right is named at once', () => {
  const fields = { sentence: 'a'.repeat(1_001), comment: 'b'.repeat(5_001), email: 'nobody' }
  expect(parseReport(posted(fields))).toEqual({
    ok: false,
    errors: { sentence: 'sentenceTooLong', comment: 'textTooLong', email: 'emailInvalid' },
  })
  const longest = parseReport(posted({ sentence: 'ب'.repeat(1_000), comment: '🚢'.repeat(5_000) }))
  expect(longest.ok).toBe(true)
})

test('what no person sees and a machine filled in is noticed', () => {
  expect(parseReport(posted({ phone: '555' }))).toMatchObject({ report: { trapped: true } })
})

test.each(['', '0', '-1', '1e9', '99999999999', 'x'])('“%s” is no article', (article) => {
  expect(parseReport(posted({ article }))).toMatchObject({ report: { articleId: 0 } })
})
