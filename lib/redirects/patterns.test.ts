import { expect, test } from 'vitest'
import { type Pattern, Patterns } from './patterns'

let made = 0
const pattern = (fromPath: string, toPath: string, over: Partial<Pattern> = {}): Pattern => ({
  ...{ id: ++made, fromPath, toPath, toExtra: '', status: 301 },
  ...over,
})
const to = (patterns: Pattern[], path: string) => new Patterns(patterns).lead(path)?.toPath

test('what follows the beginning is carried over, with its last slash or without', () => {
  const patterns = [pattern('/old/*', '/new/*')]
  expect(to(patterns, '/old/a/b/')).toBe('/new/a/b/')
  expect(to(patterns, '/old/a.html')).toBe('/new/a.html')
})

test('without a star in its target everything leads to one place', () => {
  expect(to([pattern('/shop/*', '/about/')], '/shop/shoes/12/')).toBe('/about/')
})

test('the beginning itself is not below it, nor is what only begins alike', () => {
  const patterns = [pattern('/old/*', '/new/*')]
  expect([to(patterns, '/old/'), to(patterns, '/old'), to(patterns, '/older/a/')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('of two the longer beginning counts, in whatever order they were written', () => {
  const [long, short] = [pattern('/a/b/*', '/two/*'), pattern('/a/*', '/one/*')]
  expect([to([long, short], '/a/b/c/'), to([short, long], '/a/b/c/'), to([short, long], '/a/c/')]).toEqual([
    '/two/c/',
    '/two/c/',
    '/one/c/',
  ])
})

test('other spellings of the beginning are the same beginning; what is carried over stays as it was asked for', () => {
  expect(to([pattern('/Old/*', '/new/*')], '//OLD/Über/')).toBe('/new/Über/')
})

test('nothing that is carried over leads out of where it is sent', () => {
  const patterns = [pattern('/old/*', 'https://elsewhere.example/kept/*')]
  expect(to(patterns, '/old/../../x/')).toBeUndefined()
  expect(to(patterns, '/old/@evil.example/?a\\b/')).toBe('https://elsewhere.example/kept/%40evil.example/%3Fa%5Cb/')
})

test('an address of very many parts is looked up as fast as another', () => {
  expect(to([pattern('/x/*', '/y/')], `/${'a/'.repeat(5_000)}`)).toBeUndefined()
  expect(to([pattern('/x/*', '/y/')], `/x/${'a/'.repeat(5_000)}`)).toBe('/y/')
})
