import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'broadsheet-token-')))
const { heldCookie, isPreviewHash, isReplyToken, previewHash, readHeldCookie, replyToken } = await import('./token')

const now = new Date('2026-11-22T06:30:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

test('a token is good for a week, for its own article', () => {
  const token = replyToken(7, now)
  expect(isReplyToken(token, 7, now)).toBe(true)
  expect(isReplyToken(token, 7, later(7 * 24))).toBe(true)
  expect(isReplyToken(token, 7, later(7 * 24 + 1))).toBe(false)
  expect(isReplyToken(token, 8, now)).toBe(false)
})

test('a token of the future, a changed one and none at all are not good', () => {
  const token = replyToken(7, later(2))
  expect(isReplyToken(token, 7, now)).toBe(false)
  expect(
    isReplyToken(
      replyToken(7, now).replace(/^\d+/, (hour) => String(Number(hour) - 1)),
      7,
      now,
    ),
  ).toBe(false)
  expect(isReplyToken('', 7, now)).toBe(false)
})

test('the address of a preview is good for ten minutes', () => {
  const hash = previewHash(12, now)
  expect(isPreviewHash(hash, 12, now, new Date(now.getTime() + 600_000))).toBe(true)
  expect(isPreviewHash(hash, 12, now, new Date(now.getTime() + 600_001))).toBe(false)
  expect(isPreviewHash(hash, 13, now, now)).toBe(false)
})

test('a cookie proves the comments it was made for and no others', () => {
  expect(readHeldCookie(heldCookie([3, 5]))).toEqual([3, 5])
  expect(readHeldCookie(heldCookie([3]).replace('3.', '4.'))).toEqual([])
  expect(readHeldCookie(undefined)).toEqual([])
  expect(readHeldCookie(heldCookie(Array.from({ length: 30 }, (_, i) => i + 1)))).toHaveLength(10)
})
