import { expect, test } from 'vitest'
import { plainBio, readBio } from './bio'

const link = (text: string, url: string) => ({ text, url })
const words = (text: string) => ({ text, url: null })

test('words in brackets lead where the address behind them says, and a bare address leads to itself', () => {
  expect(readBio('Writes for [the paper](https://courier.example/a). See https://maren.example/me.')).toEqual([
    [
      ...[words('Writes for '), link('the paper', 'https://courier.example/a'), words('. See ')],
      ...[link('https://maren.example/me', 'https://maren.example/me'), words('.')],
    ],
  ])
})

test('empty lines part paragraphs', () => {
  expect(readBio('One.\n \nTwo\nlines.\n\n\n')).toEqual([[words('One.')], [words('Two\nlines.')]])
})

test.each([
  '[press](javascript:alert(1))',
  '[press](data:text/html,x)',
  '[press](page)',
  '[press](#top)',
  '<a href="https://evil.example">',
])('%s stays what was typed, or leads to an address of the web', (typed) => {
  const [parts = []] = readBio(typed)
  expect(parts.map(({ text }) => text).join('')).toBe(typed)
  expect(parts.every(({ url }) => url === null || /^https:\/\/evil\.example$/.test(url))).toBe(true)
})

test('as text alone it says the words and no address', () => {
  expect(plainBio('Writes for [the paper](https://courier.example/).\n\nMail: [write](mailto:m@courier.example)')).toBe(
    'Writes for the paper.\n\nMail: write',
  )
})

test('a long line of brackets is read in a moment', () => {
  expect(readBio('['.repeat(20_000))).toEqual([[words('['.repeat(20_000))]])
})
