import { expect, test } from 'vitest'
import { absoluteAddresses, imageType } from './absolute'

test('the site’s own addresses become absolute, others stay', () => {
  expect(absoluteAddresses('<a href="/about/">x</a><a href="https://a.example/">y</a>', 'https://news.example')).toBe(
    '<a href="https://news.example/about/">x</a><a href="https://a.example/">y</a>',
  )
  expect(absoluteAddresses('<a href="#note">x</a>', 'https://news.example')).toBe('<a href="#note">x</a>')
})

test('types of pictures', () => {
  expect(imageType('/a/b.SVG')).toBe('image/svg+xml')
  expect(imageType('/a/b')).toBe('image/jpeg')
})
