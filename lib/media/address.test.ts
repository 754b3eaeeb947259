import { expect, test } from 'vitest'
import {
  basePath,
  cropPath,
  cropRegion,
  cropSizes,
  isUploadPath,
  keyOf,
  pictureAt,
  variantPath,
  variantWidths,
} from './address'

const key = '0123456789abcdef0123456789abcdef'

test('an address says how large the picture is', () => {
  const path = basePath({ key, width: 1600, height: 1067 }, 'jpg')
  expect(path).toBe(`/media/${key}/1600x1067.jpg`)
  expect(pictureAt(path)).toEqual({ key, width: 1600, height: 1067 })
  expect(keyOf(`${key}${key}`)).toBe(key)
})

test.each([
  '/wp-content/uploads/2019/boat.jpg',
  `/media/${key}/640.webp`,
  `/media/${key}/1600x1067.svg`,
  `/media/${key}/0x10.jpg`,
  `/media/${key.toUpperCase()}/1600x1067.jpg`,
  `https://elsewhere.example/media/${key}/1600x1067.jpg`,
])('%s is no picture that was uploaded', (src) => {
  expect(pictureAt(src)).toBeNull()
})

test('only what is made of an upload is a file below /media/', () => {
  expect(isUploadPath(`/media/${key}/1600x1067.png`)).toBe(true)
  expect(isUploadPath(variantPath(key, 640, 'avif'))).toBe(true)
  for (const path of [
    `/media/${key}/640.html`,
    `/media/${key}/../secret`,
    `/media/${key}/640.webp/`,
    `/media/${key}/`,
    '/media/',
    `/media/${key}/x/640.webp`,
    `/media/wp-content/640.webp`,
  ])
    expect([path, isUploadPath(path)]).toEqual([path, false])
})

test('variants have five widths, of which none is larger than the picture, nor nearly as large', () => {
  expect(variantWidths({ width: 2048, height: 1365 })).toEqual([320, 640, 960, 1280, 1920])
  expect(variantWidths({ width: 1920, height: 1280 })).toEqual([320, 640, 960, 1280, 1920])
  expect(variantWidths({ width: 1000, height: 700 })).toEqual([320, 640, 1000])
  expect(variantWidths({ width: 200, height: 100 })).toEqual([200])
})

test('a very tall picture has only those that can be made', () => {
  expect(variantWidths({ width: 1200, height: 5000 })).toEqual([320, 640])
})

test('a picture is cropped in three proportions, never beyond what it has', () => {
  const sizes = (width: number, height: number) =>
    cropSizes({ width, height }).map((crop) => `${crop.ratio} ${crop.width}x${crop.height}`)
  expect(sizes(2048, 1365)).toEqual(['1x1 1200x1200', '4x3 1200x900', '16x9 1200x675'])
  expect(sizes(600, 400)).toEqual(['1x1 400x400', '4x3 533x400', '16x9 600x338'])
  expect(sizes(250, 230)).toEqual(['1x1 230x230'])
  expect(sizes(100, 100)).toEqual([])
})

test('a crop lies around the focal point and within the picture', () => {
  const whole = { width: 2000, height: 1000 }
  const square = { width: 1000, height: 1000 }
  expect(cropRegion(whole, square, { x: 0.5, y: 0.5 })).toEqual({ left: 500, top: 0, width: 1000, height: 1000 })
  expect(cropRegion(whole, square, { x: 0, y: 0 })).toMatchObject({ left: 0, top: 0 })
  expect(cropRegion(whole, square, { x: 1, y: 1 })).toMatchObject({ left: 1000, top: 0 })
  for (let width = 230; width < 2049; width += 37) {
    for (const crop of cropSizes({ width, height: 1365 })) {
      const { left, top, ...part } = cropRegion({ width, height: 1365 }, crop, { x: 0.9, y: 0.1 })
      expect(left + part.width <= width && top + part.height <= 1365 && left >= 0 && top >= 0).toBe(true)
    }
  }
})

test('a crop is a file below /media/, and no picture that others are made of', () => {
  const path = cropPath(key, { ratio: '16x9', width: 1200, height: 675 })
  expect([path, isUploadPath(path), pictureAt(path)]).toEqual([`/media/${key}/16x9-1200x675.jpg`, true, null])
  expect(isUploadPath(`/media/${key}/3x2-1200x675.jpg`)).toBe(false)
})
