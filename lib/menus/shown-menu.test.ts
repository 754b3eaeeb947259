import { expect, test } from 'vitest'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { type Menu, type MenuItem, menusSchema } from './menu'
import { MenuTargets } from './menu-targets'
import { type ShownItem, shownMenu } from './shown-menu'

let made = 0
const item = (over: Partial<MenuItem>): MenuItem => ({
  ...{ id: ++made, kind: 'heading', targetId: null, address: '', labels: {}, below: [] },
  ...over,
})
const category = { slug: 'harbour', path: 'harbour', name: 'Harbour', description: '', locale: null, position: 0 }

/** "Label:href(…)" of each, and what was said to be shown. */
function draw(masthead: Menu, locale = 'en') {
  const tags = new Set<string>()
  const shows = (tag: string) => tags.add(tag)
  const targets = {
    articles: [{ id: 5, path: '/about us/', headline: 'About us', locale: 'en' }],
    tags: [{ id: 3, slug: 'boats', name: 'Boats' }],
    merged: [{ kind: 'category', fromId: 8, intoId: 7 }],
  }
  const facts = {
    site: { locale: 'en' },
    menus: menusSchema.parse({ masthead }),
    translatedPages: [{ of: '/about us/', path: '/من نحن/', headline: 'من نحن', locale: 'ar' }],
    menuTargets: new MenuTargets(targets, shows),
    categories: new CategoryTree([{ ...category, id: 7, parentId: null }], shows),
  }
  const say = ({ label, href, below }: ShownItem): string =>
    `${label}:${href ?? ''}${below.length ? `(${below.map(say).join(' ')})` : ''}`
  return { shown: shownMenu(facts, 'masthead', locale), said: shownMenu(facts, 'masthead', locale).map(say), tags }
}

test('each is called as what it leads to is, and leads there', () => {
  const { said, tags } = draw([
    item({ kind: 'category', targetId: 7, below: [item({ kind: 'page', targetId: 5 })] }),
    item({ kind: 'tag', targetId: 3 }),
    item({ kind: 'address', address: 'https://x.example/', labels: { en: 'Shop' } }),
  ])
  expect(said).toEqual([
    'Harbour:/category/harbour/(About us:/about%20us/)',
    'Boats:/tag/boats/',
    'Shop:https://x.example/',
  ])
  expect([...tags]).toEqual(expect.arrayContaining(['category:7', 'named:5', 'tag:3']))
})

test('a page that is said in the language of whoever reads is led to there, and called so unless it is called otherwise', () => {
  const page = { kind: 'page', targetId: 5 } as const
  expect(draw([item(page)], 'ar').shown[0]).toMatchObject({ label: 'من نحن', locale: 'ar' })
  expect(draw([item({ ...page, labels: { en: 'Who we are' } })], 'ar-EG').said).toEqual([
    `من نحن:${encodeURI('/من نحن/')}`,
  ])
  expect(draw([item({ ...page, labels: { ar: 'عنا' } })], 'ar').said).toEqual([`عنا:${encodeURI('/من نحن/')}`])
  expect(draw([item(page)], 'fa').said).toEqual(['About us:/about%20us/'])
})

test('what is not public is not shown, and may come; nor is a heading of nothing', () => {
  const { said, tags } = draw([
    item({ kind: 'page', targetId: 99 }),
    item({ kind: 'heading', labels: { en: 'Empty' }, below: [item({ kind: 'article', targetId: 98 })] }),
    item({ kind: 'heading', labels: { en: 'More' }, below: [item({ kind: 'tag', targetId: 3 })] }),
  ])
  expect(said).toEqual(['More:(Boats:/tag/boats/)'])
  expect([...tags]).toEqual(expect.arrayContaining(['named:99', 'named:98']))
})

test('below what is not public nothing is shown either', () => {
  expect(draw([item({ kind: 'page', targetId: 99, below: [item({ kind: 'tag', targetId: 3 })] })]).said).toEqual([])
})

test('a label is that of the page’s language, else of the site’s, else the target’s own name', () => {
  const menu = [item({ kind: 'category', targetId: 7, labels: { en: 'Port', ar: 'الميناء' } })]
  expect(draw(menu, 'ar').shown[0]).toMatchObject({ label: 'الميناء', locale: 'ar' })
  expect(draw(menu, 'ar-EG').shown[0]).toMatchObject({ label: 'الميناء' })
  expect(draw(menu, 'fa').shown[0]).toMatchObject({ label: 'Port', locale: 'en' })
  expect(draw([item({ kind: 'category', targetId: 7 })], 'fa').shown[0]).toMatchObject({
    label: 'Harbour',
    locale: 'en',
  })
})

test('a category that was merged is the one it became', () => {
  expect(draw([item({ kind: 'category', targetId: 8 })]).said).toEqual(['Harbour:/category/harbour/'])
})
