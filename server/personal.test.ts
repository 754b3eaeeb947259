import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { isPersonalRequest } from './personal'

test.each([
  [undefined, false],
  ['comment_author=x', false],
  ['comment_held=', false],
  ['xcomment_held=1', false],
  ['comment_held=1.abc', true],
  ['a=b; comment_held=1.abc; c=d', true],
])('cookie %s', (cookie, personal) => {
  const req = new IncomingMessage(new Socket())
  if (cookie) req.headers.cookie = cookie
  expect(isPersonalRequest(req)).toBe(personal)
})
