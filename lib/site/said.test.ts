import { expect, test } from 'vitest'
import { languageOf, siteIn } from './said'
import { siteSchema } from './settings'

const site = siteSchema.parse({
  ...{ name: 'The Courier', tagline: 'Of the harbour', imprint: 'Ropewalk Lane', locale: 'en' },
  said: { ar: { name: 'الساعي', tagline: 'من الميناء' }, fa: { tagline: 'از بندر' }, en: { name: 'Another' } },
})
const said = (locale: string) => {
  const { name, tagline, imprint } = siteIn(site, locale)
  return [name, tagline, imprint]
}

test('a page in another language says what was written in it, and the rest as the site does', () => {
  expect(said('ar')).toEqual(['الساعي', 'من الميناء', 'Ropewalk Lane'])
  expect(said('fa-IR')).toEqual(['The Courier', 'از بندر', 'Ropewalk Lane'])
  expect(said('de')).toEqual(['The Courier', 'Of the harbour', 'Ropewalk Lane'])
})

test('in its own language it says what it always does', () => {
  expect(siteIn(site, 'en')).toBe(site)
})

test('each of its words is in the language that it was written in', () => {
  const languages = (locale: string) => [languageOf(site, 'name', locale), languageOf(site, 'tagline', locale)]
  expect([languages('ar'), languages('fa-IR'), languages('en'), languages('de')]).toEqual([
    ['ar', 'ar'],
    ['en', 'fa-IR'],
    ['en', 'en'],
    ['en', 'en'],
  ])
})
