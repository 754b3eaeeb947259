import { expect, test } from 'vitest'
import { alternatesOf, languageLinks, type Member } from './alternates'

const member = (id: number, locale: string, over: Partial<Member> = {}): Member => ({
  ...{ id, locale, status: 'PUBLISHED', path: `/${locale}-${id}/`, translationOfId: 1 },
  ...{ canonicalUrl: null, noIndex: false },
  ...over,
})
const original = member(1, 'en', { translationOfId: null })
const idsOf = (...members: Member[]) => alternatesOf(members).map(({ id }) => id)

test('the original stands first, then its translations as they came', () => {
  expect(idsOf(member(7, 'fa'), member(3, 'ar'), original)).toEqual([1, 3, 7])
})

test.each(['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'WITHDRAWN'])('planted: what is %s is not named', (status) => {
  expect(idsOf(original, member(2, 'ar'), member(3, 'fa', { status }))).toEqual([1, 2])
})

test('an article without another that is public has none', () => {
  expect(idsOf(original)).toEqual([])
  expect(idsOf(original, member(2, 'ar', { status: 'DRAFT' }))).toEqual([])
})

test('what search engines are to leave out, or to find elsewhere, is no alternative', () => {
  const elsewhere = member(2, 'ar', { canonicalUrl: 'https://agency.example/' })
  expect(idsOf(original, elsewhere, member(3, 'fa'), member(4, 'de', { noIndex: true }))).toEqual([1, 3])
})

test('of two in one language one is named', () => {
  expect(idsOf(original, member(2, 'ar'), member(3, 'ar'), member(4, 'en'))).toEqual([1, 2])
})

test('translations of a draft still belong together', () => {
  expect(idsOf({ ...original, status: 'DRAFT' }, member(2, 'ar'), member(3, 'fa'))).toEqual([2, 3])
})

test('a page names all languages, its own too, and where everybody else goes', () => {
  const alternates = alternatesOf([original, member(2, 'ar', { path: '/عبارة/' })])
  expect(languageLinks({ alternates }, 'https://news.example')).toEqual([
    { language: 'en', href: 'https://news.example/en-1/' },
    { language: 'ar', href: 'https://news.example/%D8%B9%D8%A8%D8%A7%D8%B1%D8%A9/' },
    { language: 'x-default', href: 'https://news.example/en-1/' },
  ])
  expect(languageLinks({ alternates: [] }, 'https://news.example')).toEqual([])
})
