import { expect, test } from 'vitest'
import { sourcesOf } from './sources'

const key = '0123456789abcdef0123456789abcdef'
const boat = `/media/${key}/1000x700.jpg`
const none = new Set<string>()

test('a picture that is finished comes in both formats, in the widths that it has', () => {
  expect(sourcesOf(boat, none)).toEqual([
    {
      type: 'image/avif',
      srcset: `/media/${key}/320.avif 320w,/media/${key}/640.avif 640w,/media/${key}/1000.avif 1000w`,
    },
    {
      type: 'image/webp',
      srcset: `/media/${key}/320.webp 320w,/media/${key}/640.webp 640w,/media/${key}/1000.webp 1000w`,
    },
  ])
})

test('one that is not yet comes without what is not made', () => {
  expect(sourcesOf(boat, new Set([boat])).map(({ type }) => type)).toEqual(['image/webp'])
})

test('a small place gets no width that it cannot use', () => {
  expect(sourcesOf(boat, none, 500)[0]?.srcset).not.toContain('1000')
  expect(sourcesOf(boat, none, 500)[0]?.srcset).toContain('640w')
})

test('what came with an import has none', () => {
  expect(sourcesOf('/wp-content/uploads/2019/boat.jpg', none)).toEqual([])
})
