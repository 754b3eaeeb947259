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

test('what cannot be stored is no address, however short it looks as it was typed', () => {
  const persian = `/${'س'.repeat(160)}/`
  expect(menuAddress(persian)?.length).toBe(962)
  expect(menuAddress(`/${'س'.repeat(400)}/`)).toBeNull()
  expect(menuAddress(`https://shop.example/${'س'.repeat(400)}/`)).toBeNull()
})

test('an address that was stored is the same address again', () => {
  for (const typed of [`/${'س'.repeat(160)}/`, '/a%2fb/?x=%26#y', 'https://Shop.example:443/ä?ö', "/it's/"]) {
    const address = menuAddress(typed) ?? ''
    expect(menuAddress(address)).toBe(address)
  }
})

test('dots lead out of nothing', () => {
  expect(menuAddress('/a/../../b/')).toBe('/b/')
  expect([menuAddress('/..//evil.example/'), menuAddress('/.//evil.example/')]).toEqual([null, null])
})
