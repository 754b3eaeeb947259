import { expect, test } from 'vitest'
import { comment } from '@/lib/testing/wxr'
import { importedComment } from './comment-input'

const fallback = new Date('2024-01-15T09:00:00Z')
const read = (over: Parameters<typeof comment>[1] = {}) => {
  const fields = Object.entries(comment(7, over)).map(([name, text]) => [`comment_${name}`, String(text)] as const)
  return importedComment(new Map(fields), 'Europe/Berlin', fallback)
}

test('a comment with all that is known of who wrote it', () => {
  expect(read({ author_url: 'https://maren.example', agent: 'Browser/1', parent: 3 })).toEqual({
    id: 7,
    parent: 3,
    kind: 'COMMENT',
    type: 'comment',
    said: '1',
    status: 'APPROVED',
    authorName: 'Reader 7',
    authorUrl: 'https://maren.example/',
    text: 'I saw it, said 7.',
    lostMarkup: false,
    createdAt: new Date('2024-01-16T09:00:00Z'),
    email: 'reader-7@ellerhaven.example',
    address: '192.0.2.7',
    userAgent: 'Browser/1',
    lostUrl: false,
  })
})

test.each([
  ['1', 'APPROVED'],
  ['approve', 'APPROVED'],
  ['approved', 'APPROVED'],
  ['0', 'HELD'],
  ['hold', 'HELD'],
  ['spam', 'SPAM'],
  ['trash', 'TRASH'],
  ['post-trashed', 'TRASH'],
  ['', 'HELD'],
  ['yes', 'HELD'],
  ['APPROVED', 'HELD'],
  ['constructor', 'HELD'],
])('“%s” is %s', (approved, status) => {
  expect(read({ approved }).status).toBe(status)
})

test.each([
  ['', 'COMMENT'],
  ['comment', 'COMMENT'],
  ['pingback', 'PINGBACK'],
  ['trackback', 'TRACKBACK'],
  ['note', null],
  ['order_note', null],
  ['review', null],
  ['liveblog', null],
  ['toString', null],
])('the type “%s” is %s', (type, kind) => {
  expect(read({ type }).kind).toBe(kind)
})

test.each([
  ['https://x.example/a?b#c', 'https://x.example/a?b#c', false],
  ['', null, false],
  ['http://', null, false],
  ['x.example', null, true],
  ['javascript:alert(1)', null, true],
  ['data:text/html,x', null, true],
  [`https://x.example/${'a'.repeat(200)}`, null, true],
])('the website %j is %j, lost: %s', (author_url, authorUrl, lostUrl) => {
  expect(read({ author_url })).toMatchObject({ authorUrl, lostUrl })
})

test('a name is one plain line of a length that can be shown', () => {
  expect(read({ author: '<b>Maren</b>\n&amp; Jo' }).authorName).toBe('Maren & Jo')
  expect(read({ author: '' }).authorName).toBe('Anonymous')
  expect(read({ author: 'a'.repeat(300) }).authorName).toHaveLength(245)
  // The cut must not leave half of a character, which no database takes.
  expect(read({ author: `${'a'.repeat(244)}🌊` }).authorName.isWellFormed()).toBe(true)
})

test('its moment is UTC, else by the site’s clocks, else that of the post', () => {
  expect(read({ date_gmt: '0000-00-00 00:00:00' }).createdAt).toEqual(new Date('2024-01-16T09:00:00Z'))
  expect(read({ date_gmt: '', date: '' }).createdAt).toEqual(fallback)
})

test.each(['', '0', 'x', '-4', '99999999999', '4294967296'])(
  'the number “%s” is none: it gets one below zero',
  (id) => {
    expect(read({ id }).id).toBeLessThan(0)
    expect(read({ id }).id).toBe(read({ id }).id)
    expect(read({ id }).id).not.toBe(read({ id, content: 'other' }).id)
  },
)

test('limits of what is only stored', () => {
  const { email, address, userAgent } = read({
    author_email: 'a'.repeat(200),
    author_IP: '1'.repeat(200),
    agent: 'b'.repeat(400),
  })
  expect([email.length, address.length, userAgent.length]).toEqual([100, 100, 254])
})
