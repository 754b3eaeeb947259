import { expect, test } from 'vitest'
import { readSource } from './sources'

const isOwn = (host: string) => host === 'courier.example'

test.each([
  ['', 'direct', ''],
  ['https://www.google.com/', 'search', 'google.com'],
  ['https://www.google.co.uk/search?q=a+name', 'search', 'google.co.uk'],
  ['https://yandex.com.tr/', 'search', 'yandex.com.tr'],
  ['https://duckduckgo.com/', 'search', 'duckduckgo.com'],
  ['https://search.yahoo.com/', 'search', 'search.yahoo.com'],
  ['https://mail.google.com/mail/u/0/', 'other', 'mail.google.com'],
  ['https://l.facebook.com/l.php?u=x', 'social', 'l.facebook.com'],
  ['https://t.co/AbC', 'social', 't.co'],
  ['https://old.reddit.com/r/boats', 'social', 'old.reddit.com'],
  ['https://notreddit.com/', 'other', 'notreddit.com'],
  ['https://google.com.evil.example/', 'other', 'google.com.evil.example'],
  ['https://courier.example/the-last-boat/', 'internal', ''],
  ['https://blog.example/post?reader=anna', 'other', 'blog.example'],
  ['android-app://com.google.android.googlequicksearchbox/', 'search', 'com.google.android.googlequicksearchbox'],
  ['android-app://org.telegram.messenger/', 'social', 'org.telegram.messenger'],
])('%s is %s', (referer, kind, host) => {
  expect(readSource(referer, isOwn)).toEqual({ kind, host })
})

test.each([
  'http://192.0.2.7/',
  'http://[2001:db8::7]/',
  'http://annas-laptop/',
  'http://annas-laptop.local/',
  'http://wiki.office.lan/',
  'http://1.2.0.192.in-addr.arpa/',
  'about:blank',
  'javascript:alert(1)',
  'no address',
  `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/`,
])('of %s no host is kept: it may name one person, or nothing', (referer) => {
  expect(readSource(referer, isOwn)).toEqual({ kind: 'other', host: '' })
})
