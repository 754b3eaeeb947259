import { expect, test } from 'vitest'
import { ownPath } from '@/lib/wordpress/text/own-address'

const own = new Set(['harbour.example', 'old.harbour.example:8080'])

test.each([
  ['https://harbour.example/2021/05/tide/?a=b#c', '/2021/05/tide/?a=b#c'],
  ['//Harbour.example/x.jpg', '/x.jpg'],
  ['http://old.harbour.example:8080', '/'],
  ['https://harbour.example?p=12', '/?p=12'],
  ['?p=12', '/?p=12'],
  ['wp-content/uploads/a.jpg', '/wp-content/uploads/a.jpg'],
  ['https://i0.wp.com/harbour.example/wp-content/uploads/a.jpg?w=300&ssl=1', '/wp-content/uploads/a.jpg'],
  ['https://i0.wp.com/other.example/a.jpg?w=300', 'https://i0.wp.com/other.example/a.jpg?w=300'],
  ['https://harbour.example.other.example/', 'https://harbour.example.other.example/'],
  ['https://harbour.example@other.example/', 'https://harbour.example@other.example/'],
  ['/already/', '/already/'],
])('%s is here %s', (address, path) => {
  expect(ownPath(address, own)).toBe(path)
})

test('an image loses the size that it asked for', () => {
  expect(ownPath('https://harbour.example/a-300x200.jpg?w=604', own, true)).toBe('/a-300x200.jpg')
})
