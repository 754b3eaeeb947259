import { expect, test } from 'vitest'
import { foldAddress, linkOf, partQuery, queriedAddress, queryOf, typable } from './address'

test('a query is parted from its path, and a path with an escaped question mark is none', () => {
  expect(partQuery('/old.php?id=3')).toEqual({ path: '/old.php', query: 'id=3' })
  for (const path of ['/old/', '/what?', '/is it so?/', '/why?/yes/'])
    expect(partQuery(path)).toEqual({ path, query: null })
})

test('a query has one spelling, and keeps the order and the case of what it says', () => {
  expect(['id=3', '?id=3', 'b=2&a=%D8%B3', 'b=2&a=س', 'x', 'x=', 'u=a/b'].map(queryOf)).toEqual([
    'id=3',
    'id=3',
    'b=2&a=%D8%B3',
    'b=2&a=%D8%B3',
    'x',
    'x',
    'u=a%2Fb',
  ])
  expect(foldAddress('/Old.PHP/?v=aB')).toBe('/old.php?v=aB')
  expect([foldAddress('/What?/'), foldAddress('/A/')]).toEqual(['/what?', '/a'])
})

test('at the front only what WordPress asks for counts, in its order', () => {
  expect(queriedAddress('/', 'utm_source=x&feed=rss2&p=12')).toBe('/?p=12&feed=rss2')
  expect(queriedAddress('/index.php', 'cat=3')).toBe('/?cat=3')
  expect([queriedAddress('/', 'id=3'), queriedAddress('/', '')]).toEqual([null, null])
  expect(queriedAddress('/old.php', 'p=12&utm_source=x')).toBe('/old.php?p=12&utm_source=x')
})

test('an address is typed and linked as it is stored', () => {
  expect([typable('/سلام?id=3'), linkOf('/سلام?id=3')]).toEqual(['/سلام?id=3', '/%D8%B3%D9%84%D8%A7%D9%85?id=3'])
  expect([typable('/is it so?/'), linkOf('/is it so?/')]).toEqual(['/is%20it%20so%3F/', '/is%20it%20so%3F/'])
})
