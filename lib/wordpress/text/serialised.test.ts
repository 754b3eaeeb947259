import { expect, test } from 'vitest'
import { parseSerialised } from '@/lib/wordpress/text/serialised'

test.each([
  ['N;', null],
  ['b:1;', true],
  ['b:0;', false],
  ['i:-12;', -12],
  ['d:0.25;', 0.25],
  ['d:1.0E+25;', 1e25],
  ['s:4:"tide";', 'tide'],
  ['s:10:"ميناء";', 'ميناء'],
  ['s:9:"a";s:1:"b";', 'a";s:1:"b'],
  ['a:0:{}', []],
  ['a:2:{i:0;s:1:"a";i:1;a:1:{i:0;b:1;}}', ['a', [true]]],
])('%s is read', (text, value) => {
  expect(parseSerialised(text)).toEqual(value)
})

test('the sizes of an image are read by name', () => {
  const text = 'a:2:{s:5:"width";i:1200;s:5:"sizes";a:1:{s:5:"large";a:1:{s:4:"file";s:9:"heron.jpg";}}}'
  expect(JSON.stringify(parseSerialised(text))).toBe('{"width":1200,"sizes":{"large":{"file":"heron.jpg"}}}')
})

test('objects, references and enumerations leave nothing, what stands beside them is read', () => {
  const text =
    'a:5:{i:0;O:8:"stdClass":1:{s:1:"a";i:1;}i:1;r:2;i:2;C:11:"ArrayObject":5:{x:i:0}i:3;E:10:"Tide:Sprin";i:4;s:2:"ok";}'
  expect(parseSerialised(text)).toEqual([undefined, undefined, undefined, undefined, 'ok'])
  expect(parseSerialised('O:8:"stdClass":0:{}')).toBeUndefined()
})

test('a key that means something to JavaScript means nothing here', () => {
  const value = parseSerialised('a:1:{s:9:"__proto__";a:1:{s:4:"evil";b:1;}}')
  expect(Object.keys(value as object)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).evil).toBeUndefined()
})

test.each([
  '',
  'tide',
  'i:1',
  'i:x;',
  's:99:"short";',
  's:3:"tide";',
  'a:2:{i:0;i:1;}',
  'a:999999999:{',
  'a:1:{a:0:{}i:1;}',
  'i:1;i:2;',
  'x:1;',
  'a:1:{i:0;'.repeat(100),
  `${'a:1:{i:0;'.repeat(40)}N;${'}'.repeat(40)}`,
  `s:2000000:"${'a'.repeat(2_000_000)}";`,
])('what cannot be read is undefined (%#)', (text) => {
  expect(parseSerialised(text)).toBeUndefined()
})
