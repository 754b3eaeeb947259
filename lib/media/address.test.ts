import { expect, test } from 'vitest'
import { basePath, isUploadPath, keyOf, pictureAt, variantPath, variantWidths } from './address'

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
