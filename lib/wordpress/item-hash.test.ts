import { expect, test } from 'vitest'
import { comment, item, readItem, recordsOf, SITE, type WxrPost, wxr } from '@/lib/testing/wxr'
import { itemHash } from './item-hash'
import { Survey } from './survey'

/** The hash of the first item, in an export with the others. */
function hashOf(post: WxrPost, ...others: string[]): string {
  const survey = new Survey()
  const categories = [{ term_id: 1, category_nicename: 'harbour', category_parent: '', cat_name: 'Harbour' }]
  const records = recordsOf(wxr({ categories, items: [item(1, post), ...others] }))
  for (const record of records) survey.add(record)
  survey.settle()
  const first = records.find((record) => record.kind === 'item')
  return itemHash(first?.kind === 'item' ? first.item : expect.fail('no item'), survey)
}

const base: WxrPost = {
  fields: { 'content:encoded': 'Text <img class="wp-image-50" src="x.jpg">' },
  terms: [['category', 'harbour', 'Harbour']],
  meta: [['views', '3']],
  comments: [comment(4)],
}
const attachment = (id: number, more: Record<string, string | number> = {}) =>
  item(id, {
    fields: {
      'wp:post_type': 'attachment',
      'wp:status': 'inherit',
      'wp:attachment_url': `${SITE}/up/${id}.jpg`,
      ...more,
    },
  })
const usual = hashOf(base)

test.each([
  ['its text', { ...base, fields: { 'content:encoded': 'Other' } }],
  ['its status', { ...base, fields: { ...base.fields, 'wp:status': 'private' } }],
  ['its password', { ...base, fields: { ...base.fields, 'wp:post_password': 'x' } }],
  ['its categories', { ...base, terms: [] }],
  ['a name of a category', { ...base, terms: [['category', 'harbour', 'Port']] }],
  ['its metadata', { ...base, meta: [['views', '4']] }],
  ['a comment’s status', { ...base, comments: [comment(4, { approved: 0 })] }],
  ['one comment more', { ...base, comments: [comment(4), comment(5)] }],
] as [string, WxrPost][])('%s makes it another', (_, post) => {
  expect(hashOf(post)).not.toBe(usual)
})

test('a placeholder in what search engines are told makes it depend on the site’s name', () => {
  const named = (title: string, post: WxrPost) => {
    const survey = new Survey()
    for (const record of recordsOf(wxr({ channel: { title } }))) survey.add(record)
    survey.settle()
    return itemHash(readItem(1, post), survey)
  }
  const meta = (value: string): WxrPost => ({ meta: [['_yoast_wpseo_title', value]] })
  expect(named('Post', meta('%%sitename%% on tides'))).not.toBe(named('Herald', meta('%%sitename%% on tides')))
  expect(named('Post', meta('On tides'))).toBe(named('Herald', meta('On tides')))
})

test('the same is the same, whatever else there is in the export', () => {
  expect(hashOf({ ...base })).toBe(usual)
  expect(hashOf(base, item(2), attachment(51))).toBe(usual)
})

test('a picture that its text shows, or a child that its gallery may, makes it another', () => {
  const withPicture = hashOf(base, attachment(50))
  expect(withPicture).not.toBe(usual)
  expect(hashOf(base, attachment(50, { 'excerpt:encoded': 'A heron' }))).not.toBe(withPicture)
  expect(hashOf(base, attachment(51, { 'wp:post_parent': 1 }))).not.toBe(usual)
})

test.each([
  '<!-- wp:image {"id":50} -->',
  '<!-- wp:block {"ref":50} /-->',
  '<!-- wp:media-text {"mediaId":50} -->',
  '[gallery ids="3,50"]',
  "[gallery ids='3, 50']",
  '<!-- wp:gallery {"ids":[3,50]} -->',
])('%s refers to number 50', (body) => {
  const post = { fields: { 'content:encoded': body } }
  expect(hashOf(post, attachment(50))).not.toBe(hashOf(post))
})

test('a lead image is referred to, a number in the text is not', () => {
  const lead: WxrPost = { meta: [['_thumbnail_id', '50']] }
  expect(hashOf(lead, attachment(50))).not.toBe(hashOf(lead))
  const number = { fields: { 'content:encoded': 'On 50 boats' } }
  expect(hashOf(number, attachment(50))).toBe(hashOf(number))
})
