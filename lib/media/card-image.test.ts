import { expect, test } from 'vitest'
import { cardOfPicture } from './card-image'
import { imageSchema } from './image'

const none = new Set<string>()
const key = '0123456789abcdef0123456789abcdef'
const picture = (src: string) => imageSchema.parse({ src, alt: 'A boat', width: 1600, height: 1200 })

test('of a picture that was uploaded the wide crop is shown, in its own size', () => {
  expect(cardOfPicture(picture(`/media/${key}/1600x1200.png`), none, none)).toEqual({
    ...{ src: `/media/${key}/16x9-1200x675.jpg`, type: 'image/jpeg', alt: 'A boat', width: 1200, height: 675 },
  })
})

test('before its crops are made it is the whole picture', () => {
  const src = `/media/${key}/1600x1200.png`
  expect(cardOfPicture(picture(src), none, new Set([src]))).toMatchObject({ src, type: 'image/png', width: 1600 })
})

test('one that came with an import is shown whole', () => {
  const src = '/wp-content/uploads/2019/Boat.JPG'
  expect(cardOfPicture(picture(src), none, none)).toMatchObject({ src, type: 'image/jpeg', width: 1600, height: 1200 })
})

test('there is none where nobody could draw it', () => {
  expect(cardOfPicture(null, none, none)).toBeNull()
  expect(cardOfPicture(picture('/demo/ferry.svg'), none, none)).toBeNull()
  expect(cardOfPicture(picture('https://elsewhere.example/boat.jpg'), none, none)).toBeNull()
  expect(cardOfPicture(picture('/boat.jpg'), new Set(['/boat.jpg']), none)).toBeNull()
})
