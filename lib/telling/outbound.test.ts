import { expect, test } from 'vitest'
import { outboundLinks } from './outbound'

const SITE = 'https://courier.example'
const links = (body: string) => outboundLinks(body, SITE)

test('other sites’ pages are found once each, without their fragments, in order', () => {
  const body =
    '<p><a href="https://b.example/x#top">b</a> <a href="https://a.example/?q=1&amp;r=2">a</a> <a href="https://b.example/x">b</a></p>'
  expect(links(body)).toEqual(['https://b.example/x', 'https://a.example/?q=1&r=2'])
})

test('what is this site’s own, no page of the web, or no link is left out', () => {
  const body =
    '<a href="/about/">x</a><a href="https://courier.example/a/">x</a><a href="mailto:a@b.example">x</a><a href="#n">x</a>' +
    '<a href="https://user:word@c.example/">x</a><img src="https://d.example/x.jpg">https://e.example/<!-- <a href="https://f.example/"> -->'
  expect(links(body)).toEqual([])
})

test('fifty are enough', () => {
  const body = Array.from({ length: 80 }, (_, i) => `<a href="https://a.example/${i}">x</a>`).join('')
  expect(links(body)).toHaveLength(50)
})
