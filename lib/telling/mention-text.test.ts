import { expect, test } from 'vitest'
import { readMention } from './mention-text'

const read = (html: string) =>
  readMention(
    html,
    'https://other.example/a/',
    ({ host, pathname }) => host === 'courier.example' && pathname === '/boat/',
  )

const LINK = '<a href="https://courier.example/boat/#top">the last boat</a>'

test('the title, and the words around the link', () => {
  const html = `<title> A  day
 out </title><style>p{}</style><h1>Head</h1><p>We read ${LINK} with <b>joy</b>.</p><script>no</script>`
  expect(read(html)).toEqual({ title: 'A day out', excerpt: 'Head We read the last boat with joy.' })
})

test('a long text is cut between words on both sides', () => {
  const { excerpt = '' } = read(`<p>${'before '.repeat(100)}${LINK}${' after'.repeat(100)}</p>`) ?? {}
  expect(excerpt).toMatch(/^… (before )+the last boat( after)+ …$/)
  expect(excerpt.length).toBeLessThan(300)
})

test.each([
  `<base href="https://courier.example/x/"><a href="../boat/">boat</a>`,
  `<img src="https://courier.example/boat/">`,
  `<map><area href="https://courier.example/boat/"></map>`,
])('%s leads here', (html) => {
  expect(read(html)).not.toBeNull()
})

test.each([
  'https://courier.example/boat/',
  '<a href="https://courier.example/other/">x</a>',
  '<a href="/boat/">their own</a>',
  `<!-- ${LINK} -->`,
  `<p>${LINK.replaceAll('<', '&lt;')}</p>`,
  '<link rel="canonical" href="https://courier.example/boat/">',
])('%s does not', (html) => {
  expect(read(html)).toBeNull()
})

test('no character that a database or a feed refuses comes through, and mark-up is text', () => {
  const html = `<title>a\0b&lt;script&gt;</title>${LINK.replace('the', '\0\u0007the')}`
  expect(read(html)).toEqual({ title: 'ab<script>', excerpt: 'the last boat' })
})
