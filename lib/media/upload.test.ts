import { expect, test } from 'vitest'
import { fileNameOf } from './upload'

test.each([
  ['boat.jpg', 'boat.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Ines\\قارب.png', 'قارب.png'],
  ['a\0b\u202Egpj.exe', 'abgpj.exe'],
  ['..', '..'],
  ['/', ''],
  [`${'x'.repeat(500)}.jpg`, 'x'.repeat(200)],
])('of %j the words %j are kept', (said, kept) => {
  expect(fileNameOf(said)).toBe(kept)
})
