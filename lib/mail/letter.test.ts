import { expect, test } from 'vitest'
import { mailWordsFor } from '@/lib/i18n/mail-words'
import { drawLetter } from './letter'

const site = { name: 'The <Courier>', url: 'https://courier.example' }
const link = { says: 'Open & read', href: 'https://courier.example/?a=1&b=2' }

test('a letter says the same as text and as HTML, and what is in it is only ever text', () => {
  const { subject, text, html } = drawLetter({
    ...{ locale: 'en', subject: 'Sent\r\nBcc: eve@evil.example', site, link },
    paragraphs: ['<script>alert(1)</script>', 'One\ntwo'],
  })
  expect(subject).toBe('Sent Bcc: eve@evil.example')
  expect(text).toContain('<script>alert(1)</script>\n\nOne\ntwo\n\nOpen & read:\nhttps://courier.example/?a=1&b=2')
  expect(html).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>One<br>two</p>')
  expect(html).toContain('href="https://courier.example/?a=1&amp;b=2"')
  expect(html).not.toMatch(/<img|<script|style=/)
})

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['fa', 'rtl'],
])('in “%s” it runs %s', (locale, dir) => {
  const { subject, text } = mailWordsFor(locale).invitation
  const { html } = drawLetter({ locale, subject: subject('X'), paragraphs: [text('A', 'B')], link, site })
  expect(html).toContain(`<html lang="${locale}" dir="${dir}">`)
})
