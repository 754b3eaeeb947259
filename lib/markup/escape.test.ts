import { expect, test } from 'vitest'
import { escapeHtml, escapeXml } from '@/lib/markup/escape'

test('text stays text between tags and inside either quote', () => {
  expect(escapeHtml(`</title><b x="1" y='2'>Fish & chips`)).toBe(
    '&lt;/title&gt;&lt;b x=&quot;1&quot; y=&#39;2&#39;&gt;Fish &amp; chips',
  )
})

test('XML loses the characters it cannot hold and keeps every other one', () => {
  expect(escapeXml('Har\u0000bour\u001b \ufffe& tide\t\n🌊')).toBe('Harbour &amp; tide\t\n🌊')
})

test('half a surrogate pair does not reach a feed', () => {
  expect(escapeXml('wave \ud83c end')).toBe('wave  end')
})
