import { expect, test } from 'vitest'
import { menuAddress } from './menu-address'

test('a path of this site, with what follows it, or an address of the web', () => {
  expect(menuAddress(' /search/?q=ä#x ')).toBe('/search/?q=%C3%A4#x')
  expect(menuAddress('https://Shop.example/a')).toBe('https://shop.example/a')
})

test('nothing that runs, and nothing that only looks like a path', () => {
  const wrong = [
    '',
    'javascript:alert(1)',
    '//evil.example/',
    '/\\evil.example',
    'data:x',
    'shop.example',
    'https://a:b@c.example/',
    'https://',
    '/a b/',
  ]
  expect(wrong.map(menuAddress)).toEqual(wrong.map(() => null))
})

test('dots lead out of nothing', () => {
  expect(menuAddress('/a/../../b/')).toBe('/b/')
})
