import { expect, test } from 'vitest'
import { newSlug, wordpressSlug } from '@/lib/wordpress/text/slug'

test.each([
  ['The Harbour Board’s “Advice” – and 12 Ferries', 'the-harbour-boards-advice-and-12-ferries'],
  ['Fish &amp; Chips & Peas', 'fish-chips-peas'],
  ['Naïve Œuvre: Straße nach Łódź', 'naive-oeuvre-strase-nach-lodz'],
  ['At 9/11 a.m. 100% late', 'at-9-11-a-m-100-late'],
  ['<em>Heron</em> sails<!-- at <last> -->', 'heron-sails'],
  ['4×4 boats', '4x4-boats'],
  ['القارب الأخير', '%d8%a7%d9%84%d9%82%d8%a7%d8%b1%d8%a8-%d8%a7%d9%84%d8%a3%d8%ae%d9%8a%d8%b1'],
  ['قایق می\u200cرود', '%d9%82%d8%a7%db%8c%d9%82-%d9%85%db%8c%d8%b1%d9%88%d8%af'],
  ['Already %d8%a7 encoded', 'already-%d8%a7-encoded'],
  ['— … !', ''],
])('WordPress makes of %j the slug %j', (title, slug) => {
  expect(wordpressSlug(title)).toBe(slug)
})

test('WordPress cuts at 200 characters of the encoded slug, inside a word if need be', () => {
  const slug = wordpressSlug('ميناء'.repeat(20))
  expect(slug).toHaveLength(198)
  expect(decodeURIComponent(slug)).toHaveLength(33)
})

test('an unclosed tag takes the rest of a title, however long it is', () => {
  expect(wordpressSlug(`Tide <b ${'<'.repeat(200_000)}`)).toBe('tide')
})

test.each([
  ['The last boat leaves at half past nine', 'the-last-boat-leaves-at-half-past-nine'],
  ['Nobody’s boat: “late”, again', 'nobodys-boat-late-again'],
  ['القارب الأخير يغادر', 'القارب-الأخير-يغادر'],
  ['قایق می\u200cرود', 'قایق-می\u200cرود'],
  ['Cafe\u0301 <Heron> & Co.', 'café-heron-co'],
  ['?!', 'article'],
  ['', 'article'],
])('a new article headlined %j gets the slug %j', (headline, slug) => {
  expect(newSlug(headline)).toBe(slug)
})

test('a new slug ends at a word within 80 characters; one endless word is cut', () => {
  const slug = newSlug('why the harbour board never wrote down who had decided to stop the night boat in March')
  expect(slug).toBe('why-the-harbour-board-never-wrote-down-who-had-decided-to-stop-the-night-boat-in')
  expect(slug.length).toBeLessThanOrEqual(80)
  expect(newSlug('a'.repeat(300))).toBe('a'.repeat(80))
})
