import { expect, test } from 'vitest'
import { needsS3, type StorageSettings, storageSchema, switchedTo } from './settings'

const untouched = storageSchema.parse({})

test('a site of which nothing was said keeps its files on the disk and asks nobody else', () => {
  expect(untouched).toEqual({ at: 'disk', s3: 'unused' })
  expect(needsS3(untouched)).toBe(false)
})

test('whatever is switched, no place that may have files is forgotten', () => {
  const withS3 = switchedTo('s3', untouched)
  expect(needsS3(withS3)).toBe(true)
  const back = switchedTo('disk', withS3)
  expect(back).toEqual({ at: 'disk', s3: 'needed' })
  expect(needsS3(back)).toBe(true)
  expect(switchedTo('disk', back)).toEqual(back)
})

test.each<StorageSettings['s3']>(['unused', 'copies'])(
  'what the disk has all of stays so where nothing is switched: %s',
  (s3) => {
    expect(switchedTo('disk', { at: 'disk', s3 })).toEqual({ at: 'disk', s3 })
  },
)
