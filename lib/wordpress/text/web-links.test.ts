import { expect, test } from 'vitest'
import { linkLoneAddresses } from '@/lib/wordpress/text/web-links'

const video = 'https://www.youtube.com/watch?v=tidetable01'

test('an address alone on its line is embedded where the provider is known, else linked', () => {
  expect(linkLoneAddresses(`Look:\n\n${video}\n\nand\nhttps://harbour.example/a?b&amp;c\nend`)).toBe(
    `Look:\n\n<iframe src="${video}"></iframe>\n\nand\n<a href="https://harbour.example/a?b&amp;c">https://harbour.example/a?b&amp;c</a>\nend`,
  )
})

test('so is one alone in its paragraph', () => {
  expect(linkLoneAddresses(`<p> ${video} </p><h2>x</h2>${video}`)).toBe(
    `<p><iframe src="${video}"></iframe></p><h2>x</h2><iframe src="${video}"></iframe>`,
  )
})

test('an address among words, in a link or in preformatted text stays', () => {
  const html = `See ${video} now\n<a href="/x">${video}</a>\n<pre>\n${video}\n</pre>\n<em>x</em> ${video}\n`
  expect(linkLoneAddresses(html)).toBe(html)
})
