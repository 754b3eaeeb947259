import { expect, test } from 'vitest'
import { policyFor } from './policy'

const policy = policyFor('https://courier.example')

test.each([
  '/_next/static/chunks/a.js',
  'https://courier.example/_next/static/chunks/a.js?x=1',
  '/assets/trusted-1.js',
])('“%s” is ours', (url) => {
  expect(policy.createScriptURL(url)).toBe(url)
})

test.each([
  'https://evil.example/_next/static/chunks/a.js',
  '//evil.example/_next/static/a.js',
  '/media/a.js',
  '/assets/a.js',
  '/_next/static/../../media/a.js',
  'data:text/javascript,alert(1)',
  'javascript:alert(1)',
  'blob:https://courier.example/_next/static/a.js',
])('“%s” is not', (url) => {
  expect(() => policy.createScriptURL(url)).toThrow(TypeError)
})

test('markup by a string is refused, but for React’s empty element', () => {
  expect(policy.createHTML('<script></script>')).toBe('<script></script>')
  expect(() => policy.createHTML('<img src=x onerror=alert(1)>')).toThrow(TypeError)
})
