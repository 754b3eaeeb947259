import { expect, test } from 'vitest'
import { madeSize, sizedCrops, sizedOf } from './sizes'

test('an address with a size is one of a picture of the archive, and of nothing else', () => {
  expect(sizedOf('/wp-content/uploads/2021/05/boat-300x200.jpg')).toEqual({
    ...{ originals: ['/wp-content/uploads/2021/05/boat.jpg', '/wp-content/uploads/2021/05/boat-scaled.jpg'] },
    ...{ width: 300, height: 200 },
  })
  const others = [
    '/wp-content/uploads/a.jpg',
    '/wp-content/uploads/a-0x0.jpg',
    '/media/a-30x20.jpg',
    '/wp-content/uploads/a-30x20.pdf',
  ]
  expect(others.map(sizedOf)).toEqual([null, null, null, null])
})

test('the next width that there is, in the proportion of the picture', () => {
  const whole = { width: 2400, height: 1600 }
  expect(madeSize(whole, { width: 300, height: 200 })).toEqual({ width: 300, height: 200 })
  expect(madeSize(whole, { width: 301, height: 201 })).toEqual({ width: 450, height: 300 })
  expect(madeSize(whole, { width: 5000, height: 3333 })).toEqual({ width: 2048, height: 1365 })
})

test('what is wanted cut is cut to one of a few proportions', () => {
  const whole = { width: 1200, height: 800 }
  expect(madeSize(whole, { width: 150, height: 150 })).toEqual({ width: 150, height: 150 })
  expect(madeSize(whole, { width: 600, height: 340 })).toEqual({ width: 600, height: 338 })
  expect(madeSize(whole, { width: 1024, height: 1024 })).toEqual({ width: 800, height: 800 })
})

test('nobody gets more than the whole, which is not made again', () => {
  expect(madeSize({ width: 280, height: 200 }, { width: 300, height: 214 })).toBeNull()
})

test('whatever is asked for, a picture has no more than a hundred sizes', () => {
  const made = new Set<string>()
  for (let width = 1; width < 3000; width += 7)
    for (let height = 1; height < 3000; height += 13)
      made.add(JSON.stringify(madeSize({ width: 2500, height: 1700 }, { width, height })))
  expect(made.size).toBeLessThanOrEqual(100)
})

test.each([
  ['boat.jpg', { width: 2400, height: 1600 }, ['1024x1024', '1024x768', '1024x576']],
  ['boat-scaled.jpg', { width: 2560, height: 1700 }, ['1024x1024', '1024x768', '1024x576']],
  ['قارب.JPG', { width: 640, height: 480 }, ['450x450', '600x450', '600x338']],
  ['wide.png', { width: 1600, height: 915 }, ['768x768', '1024x768', '1024x586']],
  ['small.jpg', { width: 280, height: 200 }, []],
  ['square.jpg', { width: 600, height: 600 }, ['600x450', '600x338']],
  ['bomb.jpg', { width: 20_000, height: 20_000 }, []],
  ['boat-300x200.jpg', { width: 300, height: 200 }, []],
])('the crops of %s are asked for in the very sizes that are made', (name, whole, sizes) => {
  const crops = sizedCrops(`/wp-content/uploads/${name}`, whole)
  expect(crops.map(({ width, height }) => `${width}x${height}`)).toEqual(sizes)
  for (const { path, width, height } of crops) {
    const sized = sizedOf(path) ?? expect.fail(path)
    expect(sized.originals).toContain(`/wp-content/uploads/${name}`)
    expect(madeSize(whole, sized)).toEqual({ width, height })
  }
})

test('an upload, and what lies elsewhere, has no such crops', () => {
  for (const src of ['/media/0123456789abcdef0123456789abcdef/1600x1200.jpg', '/demo/a.jpg', 'https://x.example/a.jpg'])
    expect(sizedCrops(src, { width: 1600, height: 1200 })).toEqual([])
})
