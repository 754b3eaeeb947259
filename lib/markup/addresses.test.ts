import { expect, test } from 'vitest'
import { imageAddress, linkAddress } from '@/lib/markup/addresses'

test.each([
  ['https://harbour.example/a?b=c#d', 'https://harbour.example/a?b=c#d'],
  ['HTTPS://harbour.example/Case', 'https://harbour.example/Case'],
  ['  /town-hall/\n', '/town-hall/'],
  ['/uploads/low tide.jpg', '/uploads/low%20tide.jpg'],
  ['#note-1', '#note-1'],
  ['mailto:desk@harbour.example', 'mailto:desk@harbour.example'],
  ['tel:+15550100', 'tel:+15550100'],
  ['//harbour.example/x', 'https://harbour.example/x'],
  ['https://harbour.example/?path=C:\\x', 'https://harbour.example/?path=C:\\x'],
])('a link may lead to %j', (raw, stored) => {
  expect(linkAddress(raw)).toBe(stored)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u0000script:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'blob:https://harbour.example/1',
  'http:harbour.example',
  'http:/harbour.example',
  'https:\\\\harbour.example',
  'https://',
  'https://@harbour.example',
  '/\\other.example',
  '\\\\other.example',
  '/\u0085x',
  'page.html',
  '?p=12',
  '#',
  '',
])('a link may not lead to %j', (raw) => {
  expect(linkAddress(raw)).toBeNull()
})

test('an image needs a web address or a path', () => {
  expect(imageAddress('/wp-content/uploads/tide.jpg')).toBe('/wp-content/uploads/tide.jpg')
  expect(imageAddress('//images.example/tide.jpg')).toBe('https://images.example/tide.jpg')
  expect(imageAddress('data:image/png;base64,AAAA')).toBeNull()
  expect(imageAddress('mailto:x@harbour.example')).toBeNull()
  expect(imageAddress('#tide')).toBeNull()
})
