import { expect, test } from 'vitest'
import { decodeSlug, filePath, hostOf, lastSegment, linkPath, numberedPath, patternOf, withTwin } from './addresses'

test.each([
  ['https://old.example/2024/01/15/tide/', '/2024/01/15/tide/'],
  ['https://old.example/tide', '/tide'],
  ['https://old.example/%d9%85%d8%af/', '/مد/'],
  ['https://old.example/%D9%85%D8%AF/', '/مد/'],
  ['https://old.example/مد/', '/مد/'],
  ['https://old.example/a%2Fb/', '/a%2Fb/'],
  ['https://old.example/100%25/', '/100%/'],
  ['https://old.example/%ff/', '/%ff/'],
  ['https://old.example//harbour/tide/', '/harbour/tide/'],
  ['/tide/', '/tide/'],
  ['https://old.example', '/'],
  ['https://old.example/?p=12', null],
  ['https://old.example/?page_id=2&preview=true', null],
  ['mailto:a@old.example', null],
  ['javascript:alert(1)', null],
  ['', null],
])('a post linked as %s lives at %s', (link, path) => {
  expect(linkPath(link, 'https://old.example/')).toBe(path)
})

test.each([
  ['/wp-content/uploads/2021/05/x.jpg', '/wp-content/uploads/2021/05/x.jpg'],
  ['/wp-content/uploads/%D9%85.jpg', '/wp-content/uploads/م.jpg'],
  ['/up/..x/y..jpg', '/up/..x/y..jpg'],
  ['/up/../../etc/passwd', null],
  ['/up/%2e%2e/%2e%2e/etc/passwd', null],
  ['/up/./x.jpg', null],
  ['/up/..', null],
  ['/up//x.jpg', null],
  ['/up/x\\y.jpg', null],
  ['/up/%5c..%5cx.jpg', null],
  ['/up/x%00.jpg', null],
  ['/up/', null],
  ['up/x.jpg', null],
  ['', null],
])('the file %j is kept at %j', (path, kept) => {
  expect(filePath(path)).toBe(kept)
})

test.each([
  ['https://Old.Example:8080/a', 'old.example:8080'],
  ['//cdn.example/a', 'cdn.example'],
  ['/a', 'base.example'],
  ['mailto:a@x.example', null],
  ['http://', null],
])('the host of %s is %s', (address, host) => {
  expect(hostOf(address, 'https://base.example/')).toBe(host)
})

test('a host answers with and without www', () => {
  expect(withTwin('old.example')).toEqual(['old.example', 'www.old.example'])
  expect(withTwin('www.old.example')).toEqual(['www.old.example', 'old.example'])
})

test.each([
  ['/tide/', '/%slug%/'],
  ['/2024/01/15/tide/', '/%year%/%month%/%day%/%slug%/'],
  ['/2024/01/16/tide/', null],
  ['/2024/01/tide/', '/%year%/%month%/%slug%/'],
  ['/2024/02/tide/', null],
  ['/tide', null],
  ['/other/', null],
])('%s follows the pattern %s', (path, pattern) => {
  expect(patternOf(path, 'tide', 20240115)).toBe(pattern)
})

test.each([
  ['/tide/', 'last', '/tide-2/'],
  ['/a/tide', 'last', '/a/tide-2'],
  ['/category/tide/', 'first', '/category-2/tide/'],
  ['/tide/', 'first', '/tide-2/'],
] as const)('%s numbered at its %s part is %s', (path, part, numbered) => {
  expect(numberedPath(path, 2, part)).toBe(numbered)
})

test('slugs are stored decoded, what is no UTF-8 as it came', () => {
  expect(decodeSlug(' %d9%85%d8%af-%d8%ac ')).toBe('مد-ج')
  expect(decodeSlug('%d9%8')).toBe('%d9%8')
  expect(lastSegment('/a/b/')).toBe('b')
  expect(lastSegment('/')).toBe('')
})
