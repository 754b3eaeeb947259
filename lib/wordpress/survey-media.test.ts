import { expect, test } from 'vitest'
import { readItem, SITE } from '@/lib/testing/wxr'
import { MediaSurvey } from './survey-media'

const attachment = (
  id: number,
  url: string,
  more: Record<string, string | number> = {},
  meta: [string, string][] = [],
) => readItem(id, { fields: { 'wp:post_type': 'attachment', 'wp:attachment_url': url, ...more }, meta })

function survey(...items: ReturnType<typeof attachment>[]): MediaSurvey {
  const media = new MediaSurvey()
  for (const item of items) media.add(item)
  media.settle(new Set(['old.ellerhaven.example', 'www.old.ellerhaven.example']), `${SITE}/`)
  return media
}

const UP = '/wp-content/uploads'

test.each([
  [`${SITE}${UP}/2024/01/x.jpg`, `${UP}/2024/01/x.jpg`, `${UP}/2024/01/x.jpg`, 'image/jpeg'],
  [`http://www.old.ellerhaven.example${UP}/x.PNG?w=3`, `${UP}/x.PNG`, `${UP}/x.PNG`, 'image/png'],
  [`${UP}/x.gif`, `${UP}/x.gif`, `${UP}/x.gif`, 'image/gif'],
  [`${SITE}${UP}/%d9%85.webp`, `${UP}/م.webp`, `${UP}/م.webp`, 'image/webp'],
  ['https://cdn.example/a/b.mp3?x=1', 'https://cdn.example/a/b.mp3?x=1', `${UP}/b.mp3`, 'audio/mpeg'],
  [`${SITE}/up/..%5c..%5cetc/passwd`, `${SITE}/up/..%5c..%5cetc/passwd`, `${UP}/passwd`, 'application/octet-stream'],
  ['javascript:alert(1).pdf', `${UP}/javascript:alert(1).pdf`, `${UP}/javascript:alert(1).pdf`, 'application/pdf'],
  [`${SITE}/`, `${SITE}/`, `${UP}/7`, 'application/octet-stream'],
])('%s is addressed by %s, its file is %s, %s', (url, path, filePath, mimeType) => {
  expect(survey(attachment(7, url)).get(7)).toMatchObject({ path, filePath, mimeType, url })
})

test('where its address is elsewhere, its file keeps the folder it had', () => {
  const meta: [string, string][] = [['_wp_attached_file', '2021/05/x.jpg']]
  expect(survey(attachment(7, 'https://cdn.example/?id=7', {}, meta)).get(7)?.filePath).toBe(`${UP}/2021/05/x.jpg`)
  const evil: [string, string][] = [['_wp_attached_file', '../../../etc/passwd']]
  expect(survey(attachment(7, 'https://cdn.example/?id=7', {}, evil)).get(7)?.filePath).toBe(`${UP}/7`)
})

test('what is known of a picture: words, size, moment', () => {
  const meta: [string, string][] = [
    ['_wp_attachment_image_alt', 'A heron'],
    ['_wp_attachment_metadata', 'a:2:{s:5:"width";i:1200;s:6:"height";i:800;}'],
  ]
  const more = { 'excerpt:encoded': 'At low tide', 'wp:post_date_gmt': '2024-01-15 09:00:00' }
  expect(survey(attachment(7, `${SITE}${UP}/x.jpg`, more, meta)).get(7)).toMatchObject({
    alt: 'A heron',
    caption: 'At low tide',
    width: 1200,
    height: 800,
    createdAt: new Date('2024-01-15T09:00:00Z'),
  })
})

test.each([
  'O:8:"stdClass":1:{s:5:"width";i:1200;}',
  'a:1:{s:5:"width";i:-4;}',
  'a:1:{s:5:"width";d:1.5;}',
  'a:1:{s:5:"width";i:999999;}',
  'a:1:{s:5:"width"',
  'b:0;',
])('a size that is none is none: %s', (metadata) => {
  const media = survey(attachment(7, `${SITE}${UP}/x.jpg`, {}, [['_wp_attachment_metadata', metadata]]))
  expect(media.get(7)).toMatchObject({ width: null, height: null })
})

test('a post’s attachments in menu order, then by number; those of no post belong to none', () => {
  const of = (parent: number, order: number) => ({ 'wp:post_parent': parent, 'wp:menu_order': order })
  const url = `${SITE}${UP}/x.jpg`
  const media = survey(
    attachment(9, url, of(1, 1)),
    attachment(4, url, of(1, 2)),
    attachment(3, url, of(1, 1)),
    attachment(5, url, of(0, 0)),
    attachment(9, url, of(2, 0)),
  )
  expect(media.childrenOf(1).map(({ id }) => id)).toEqual([3, 9, 4])
  expect([media.childrenOf(0), media.childrenOf(2), media.size]).toEqual([[], [], 4])
})
