import { expect, test } from 'vitest'
import { comment, item, recordsOf, SITE, type WxrExport, type WxrPost, wxr } from '@/lib/testing/wxr'
import { Survey } from './survey'

function surveyOf(all: WxrExport): Survey {
  const survey = new Survey()
  for (const record of recordsOf(wxr(all))) survey.add(record)
  survey.settle()
  return survey
}
const surveyItems = (...items: string[]) => surveyOf({ items })
const fields = (all: NonNullable<WxrPost['fields']>): WxrPost => ({ fields: all })
const page = (id: number, slug: string, parent: number, more: NonNullable<WxrPost['fields']> = {}) =>
  item(id, fields({ 'wp:post_type': 'page', 'wp:post_name': slug, 'wp:post_parent': parent, ...more }))

test('what the site says of itself', () => {
  const survey = surveyOf({ channel: { title: 'Post &amp; Sons', language: 'fa_IR' }, items: [item(1)] })
  expect(survey).toMatchObject({ key: SITE, title: 'Post & Sons', tagline: 'News of the harbour', locale: 'fa-IR' })
  expect(survey.exportedAt).toEqual(new Date('2024-03-01T08:00:00Z'))
  expect(survey.unknownVersion).toBeNull()
})

test.each([
  [{ 'wp:base_blog_url': `${SITE}/` }, SITE, `${SITE}/`],
  [{ 'wp:base_blog_url': '', link: `${SITE}/blog` }, `${SITE}/blog`, `${SITE}/blog/`],
  [{ 'wp:base_blog_url': '', link: '', title: 'No &amp; address' }, 'wordpress: No & address', 'http://site.invalid'],
])('a site of %j is known as %s', (channel, key, base) => {
  expect(surveyOf({ channel })).toMatchObject({ key, base })
})

test.each([['2.0'], [''], ['1.2.1']])('a version %j that nobody knows is told', (version) => {
  expect(surveyOf({ channel: { 'wp:wxr_version': version } }).unknownVersion).toBe(version)
})

test('items are counted by type and status, those with a password apart', () => {
  const survey = surveyItems(
    item(1),
    item(2),
    item(3, fields({ 'wp:post_password': 'secret' })),
    page(4, 'about', 0, { 'wp:status': 'draft' }),
    item(5, fields({ 'wp:post_type': 'product' })),
  )
  expect(Object.fromEntries(survey.items)).toEqual({
    'post publish': 2,
    'post publish locked': 1,
    'page draft': 1,
    'product publish': 1,
  })
})

test('only what is published without a password has a public address', () => {
  const survey = surveyItems(
    item(1),
    item(2, fields({ 'wp:status': 'private' })),
    item(3, fields({ 'wp:post_password': 'secret' })),
    item(4, fields({ link: `${SITE}/?p=4` })),
  )
  const isPublic = [1, 2, 3].map((id) => survey.publishedPaths.has(`/tide-${id}/`))
  expect([...isPublic, survey.publishedPaths.has('/')]).toEqual([true, false, false, false])
})

test('hosts that many posts link to are the site’s own, with www and those of its numbers; others are foreign', () => {
  const links = Array.from({ length: 30 }, (_, i) => item(i + 1, fields({ guid: `http://first.example/?p=${i + 1}` })))
  const moved = Array.from({ length: 3 }, (_, i) => item(i + 40, fields({ link: `https://www.second.example/${i}/` })))
  const survey = surveyItems(...links, ...moved, item(60, fields({ link: 'https://friend.example/look/' })))
  for (const host of ['old.ellerhaven.example', 'www.old.ellerhaven.example', 'first.example', 'second.example'])
    expect(survey.ownHosts).toContain(host)
  expect(survey.ownHosts).not.toContain('friend.example')
  expect(survey.foreignHosts).toEqual(['friend.example'])
})

test('a guid that is no number of WordPress’s makes no host the site’s own', () => {
  expect(surveyItems(item(1, fields({ guid: 'https://wire.example/story/9' }))).ownHosts).not.toContain('wire.example')
})

test('files of a site on WordPress.com live beside it', () => {
  const channel = { 'wp:base_blog_url': 'https://tides.wordpress.com' }
  expect(surveyOf({ channel, items: [] }).ownHosts).toContain('tides.files.wordpress.com')
})

test('the pattern of addresses is that which most posts follow', () => {
  const dated = (id: number) => item(id, fields({ link: `${SITE}/2024/01/15/tide-${id}/` }))
  expect(surveyItems(dated(1), dated(2), item(3), item(4, fields({ link: `${SITE}/x/tide-4/` }))).pattern).toEqual({
    pattern: '/%year%/%month%/%day%/%slug%/',
    following: 2,
    posts: 4,
  })
  expect(surveyItems().pattern).toEqual({ pattern: '/%slug%/', following: 0, posts: 0 })
})

test('the zone is guessed of dates that say both', () => {
  const none = fields({ 'wp:post_date_gmt': '0000-00-00 00:00:00' })
  const survey = surveyOf({ channel: { language: 'de-DE' }, items: [item(1), item(2, none)] })
  expect(survey.zone).toEqual({ zone: 'Europe/Berlin', fitting: 1, pairs: 1 })
})

test('a page lives below its parents, a draft would', () => {
  const draft = { 'wp:status': 'draft', link: `${SITE}/?page_id=9` }
  const survey = surveyItems(
    page(3, 'team', 2, draft),
    page(1, 'about', 0, { link: `${SITE}/who-we-are/` }),
    page(2, 'people', 1, draft),
    page(4, '', 99, draft),
    page(5, 'a', 6, draft),
    page(6, 'b', 5, draft),
  )
  expect([1, 2, 3, 4, 5].map((id) => survey.pagePath(id))).toEqual([
    '/who-we-are/',
    '/who-we-are/people/',
    '/who-we-are/people/team/',
    '/page-4/',
    '/b/a/',
  ])
})

test('the highest number of a comment is known; one that is no number of WordPress’s does not count', () => {
  const comments = [comment(7), comment(900), comment(0, { id: 2_147_483_647 })]
  expect(surveyItems(item(1, { comments })).highestComment).toBe(900)
})

test('reusable blocks are kept up to a sum that memory bears', () => {
  const block = (id: number, length: number) =>
    item(id, fields({ 'wp:post_type': 'wp_block', 'content:encoded': 'x'.repeat(length) }))
  const survey = surveyItems(block(1, 10), block(2, 17_000_000), block(3, 10))
  expect([[...survey.blocks.keys()], survey.blocksLeftOut]).toEqual([[1], 2])
})

test('the digest changes with what every post is imported by, not with the posts', () => {
  const { digest } = surveyItems(item(1))
  expect(surveyItems(item(1), item(2)).digest).toBe(digest)
  expect(surveyOf({ channel: { language: 'ar' }, items: [item(1)] }).digest).not.toBe(digest)
  expect(surveyItems(item(1, fields({ guid: 'http://first.example/?p=1' }))).digest).not.toBe(digest)
})
