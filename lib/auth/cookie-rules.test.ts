import { expect, test } from 'vitest'
import { cookieRules } from './cookie-rules'

test('https and this machine get cookies that no other host can set', () => {
  const strict = { prefix: '__Host-newsroom', secure: true }
  expect(cookieRules('https://news.example')).toEqual(strict)
  expect(cookieRules('http://localhost:3000')).toEqual(strict)
  expect(cookieRules('http://127.0.0.1:3000')).toEqual(strict)
})

test('plain http elsewhere gets cookies of another name', () => {
  expect(cookieRules('http://news.example')).toEqual({ prefix: 'newsroom-open', secure: false })
  expect(cookieRules('http://localhost.news.example').secure).toBe(false)
})
