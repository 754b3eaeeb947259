import { expect, test } from 'vitest'
import { isFailedRender, readableUrl } from './render'

test.each([
  ['/', '/'],
  ['/%D8%B3/?q=%ff', '/%D8%B3/?q=%ff'],
  ['/%ff/%20/', '/%25ff/%20/'],
  ['/a%2Fb/%C2%A0', '/a%2Fb/%C2%A0'],
  ['/%/%2?a=1#b?c', '/%25/%252?a=1#b?c'],
  ['/%ED%A0%80%20x', '/%25ED%25A0%2580%2520x'],
])('%s is asked for as %s', (url, readable) => {
  expect(readableUrl(url)).toBe(readable)
})

test('Next’s error shell is a failure, and an article about it is not', () => {
  const answer = (text: string, status = 200) => ({ status, headers: {}, body: Buffer.from(text) })
  expect(isFailedRender(answer('<!DOCTYPE html><html id="__next_error__">'))).toBe(true)
  expect(isFailedRender(answer('', 500))).toBe(true)
  expect(isFailedRender(answer('<p>What is id="__next_error__"?</p>'))).toBe(false)
  expect(isFailedRender(answer('{}', 501))).toBe(false)
})
