import { expect, test } from 'vitest'
import { commentParagraphs, countLinks } from './text'

test('empty lines part paragraphs, single ones lines', () => {
  expect(commentParagraphs('One.\nTwo.\n\nThree.')).toEqual([
    [[{ link: false, text: 'One.' }], [{ link: false, text: 'Two.' }]],
    [[{ link: false, text: 'Three.' }]],
  ])
})

test('a bare address becomes a link, without the sentence’s full stop', () => {
  expect(commentParagraphs('See https://pool.example/a?b=1&c=2. Thanks')).toEqual([
    [
      [
        { link: false, text: 'See ' },
        { link: true, text: 'https://pool.example/a?b=1&c=2', href: 'https://pool.example/a?b=1&c=2' },
        { link: false, text: '. Thanks' },
      ],
    ],
  ])
})

test('a bracket around the address is not part of it, one inside is', () => {
  const links = (text: string) =>
    commentParagraphs(text)
      .flat(2)
      .flatMap((part) => (part.link ? [part.href] : []))
  expect(links('(https://pool.example/a)')).toEqual(['https://pool.example/a'])
  expect(links('https://pool.example/a_(b)')).toEqual(['https://pool.example/a_(b)'])
})

test('only web addresses are links, and markup is text', () => {
  expect(commentParagraphs('<a href="javascript:alert(1)">x</a>')).toEqual([
    [[{ link: false, text: '<a href="javascript:alert(1)">x</a>' }]],
  ])
})

test('links are counted', () => {
  expect(countLinks('https://a.example http://b.example ftp://c.example')).toBe(2)
})
