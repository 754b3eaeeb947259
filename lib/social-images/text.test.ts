import { expect, test } from 'vitest'
import { type SocialFacts, socialText } from './text'

const facts: SocialFacts = {
  status: 'PUBLISHED',
  headline: 'The last boat',
  locale: 'en',
  leadImage: null,
  missingImages: null,
  category: 'Harbour',
  site: 'The Post',
}
const headlineOf = (headline: string, locale = 'en') => socialText({ ...facts, headline, locale })?.headline

test('it says the headline, where it is filed and who publishes, in the direction of its language', () => {
  expect(socialText(facts)).toEqual({
    ...{ headline: 'The last boat', category: 'Harbour', site: 'The Post', locale: 'en', dir: 'ltr' },
  })
  expect(socialText({ ...facts, locale: 'fa', category: null })).toMatchObject({ category: '', dir: 'rtl' })
})

test.each(['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'WITHDRAWN'])('what is %s has none', (status) => {
  expect(socialText({ ...facts, status })).toBeNull()
})

test('a picture above the text says more, where it can be drawn and is here', () => {
  const leadImage = { src: '/wp-content/uploads/boat.jpg' }
  expect(socialText({ ...facts, leadImage })).toBeNull()
  expect(socialText({ ...facts, leadImage, missingImages: [leadImage.src] })).not.toBeNull()
  expect(socialText({ ...facts, leadImage: { src: '/demo/ferry.svg' } })).not.toBeNull()
})

test('what has no letters here is left out, and what would be nothing but that has no image', () => {
  expect(headlineOf('Boat 🚢 and\u200e sea ❤️ →')).toBe('Boat and sea')
  expect(headlineOf('5 % + 3 °C, “fine” – © €2')).toBe('5 % + 3 °C, “fine” – © €2')
  expect(headlineOf('🚢')).toBeUndefined()
  expect(headlineOf('最後の船', 'ja')).toBeUndefined()
  expect(headlineOf('Последний корабль', 'ru')).toBe('Последний корабль')
})

test('the joiners that Persian is written with stay', () => {
  expect(headlineOf('کتابی که پنجاه\u200cودو سال دیر برگشت', 'fa')).toBe('کتابی که پنجاه\u200cودو سال دیر برگشت')
})

test('a headline on several lines is one, and no longer than anybody reads', () => {
  expect(headlineOf('The\n last\tboat ')).toBe('The last boat')
  expect(headlineOf('boat '.repeat(200))?.length).toBe(240)
})
