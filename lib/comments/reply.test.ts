import { expect, test } from 'vitest'
import { parseReply, replyValues } from './reply'

function form(over: Record<string, string> = {}): FormData {
  const data = new FormData()
  const fields = {
    comment_post_ID: '7',
    comment: 'I was there.',
    author: 'Ned Quillfeather',
    email: 'ned@ellerhaven.example',
    url: '',
    token: 't',
    ...over,
  }
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const reply = (over: Record<string, string> = {}) => {
  const parsed = parseReply(form(over))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.reply
}
const errors = (over: Record<string, string>) => {
  const parsed = parseReply(form(over))
  return parsed.ok ? {} : parsed.errors
}

test('a reply as it is meant to be', () => {
  expect(reply()).toEqual({
    articleId: 7,
    parentId: null,
    text: 'I was there.',
    name: 'Ned Quillfeather',
    email: 'ned@ellerhaven.example',
    url: null,
    token: 't',
    trapped: false,
    remember: false,
  })
})

test('everything that is missing is named at once', () => {
  expect(errors({ comment: ' \n ', author: '   ', email: '' })).toEqual({
    comment: 'commentMissing',
    author: 'nameMissing',
    email: 'emailMissing',
  })
})

test.each(['ned.quillfeather@', 'ned', 'ned @ellerhaven.example', 'ned@ellerhaven', '<ned@a.example>'])(
  '%s is no e-mail address',
  (email) => {
    expect(errors({ email })).toEqual({ email: 'emailInvalid' })
  },
)

test('an address without a scheme is taken for a web address, others are not', () => {
  expect(reply({ url: 'quillfeather.example/about' }).url).toBe('https://quillfeather.example/about')
  expect(reply({ url: 'http://quillfeather.example' }).url).toBe('http://quillfeather.example/')
  expect(errors({ url: 'javascript:alert(1)' })).toEqual({ url: 'urlInvalid' })
  expect(errors({ url: 'not an address' })).toEqual({ url: 'urlInvalid' })
})

test('lengths are letters, not bytes: 245 Arabic letters are a name, 246 are not', () => {
  expect(reply({ author: 'ن'.repeat(245) }).name).toHaveLength(245)
  expect(errors({ author: 'ن'.repeat(246) })).toEqual({ author: 'nameTooLong' })
  expect(errors({ comment: 'x'.repeat(65_526) })).toEqual({ comment: 'commentTooLong' })
  expect(reply({ comment: '🚢'.repeat(40_000) }).text).toHaveLength(80_000)
})

test('a text of bytes without end is too long even where its letters are few', () => {
  expect(errors({ comment: '🚢'.repeat(60_000) })).toEqual({ comment: 'commentTooLong' })
})

test('line ends and invisible characters are put right, words are not', () => {
  expect(reply({ comment: 'One.\r\n\r\n\r\n\r\nTwo.\u0000\u202e ' }).text).toBe('One.\n\nTwo.\u202e')
  expect(reply({ author: ' Ned \n Quillfeather ' }).name).toBe('Ned Quillfeather')
})

test('a field that no person sees tells a machine', () => {
  expect(reply({ phone: '12345' }).trapped).toBe(true)
})

test('numbers are numbers or nothing', () => {
  expect(reply({ comment_parent: '12' }).parentId).toBe(12)
  expect(reply({ comment_parent: '12; DROP TABLE' }).parentId).toBeNull()
  expect(reply({ comment_parent: '0' }).parentId).toBeNull()
})

test('what was typed can be given back as it was typed', () => {
  expect(replyValues(form({ comment: ' a \r\n', 'wp-comment-cookies-consent': 'yes' }))).toMatchObject({
    comment: ' a \r\n',
    remember: true,
  })
})
