import { expect, test } from 'vitest'
import { readItem } from '@/lib/testing/wxr'
import { MenuSurvey } from './survey-menus'

const entry = (id: number, order: number, meta: Record<string, string> = {}, menu = 'top') =>
  readItem(id, {
    fields: { title: `Entry &amp; ${id}`, 'wp:menu_order': order },
    terms: [['nav_menu', menu, menu]],
    meta: Object.entries(meta).map(([key, value]) => [`_menu_item_${key}`, value]),
  })
const menu = (slug: string, name: string) => new Map(Object.entries({ term_slug: slug, term_name: name }))

test('an entry says what it leads to', () => {
  const menus = new MenuSurvey()
  const meta = { menu_item_parent: '3', type: 'post_type', object: 'page', object_id: '12', target: '_blank', url: '' }
  menus.addItem(entry(7, 2, meta))
  expect(menus.all).toEqual([
    {
      slug: 'top',
      name: 'top',
      items: [
        {
          id: 7,
          parent: 3,
          position: 2,
          title: 'Entry & 7',
          type: 'post_type',
          object: 'page',
          objectId: 12,
          url: '',
          opensNewWindow: true,
        },
      ],
    },
  ])
})

test('menus and their entries stand in an order of their own, whatever that of the file', () => {
  const read = (...items: ReturnType<typeof entry>[]) => {
    const menus = new MenuSurvey()
    for (const item of items) menus.addItem(item)
    menus.addMenu(menu('top', 'Top &amp; first'))
    return menus.all
  }
  const items = [entry(1, 2), entry(2, 1), entry(3, 1), entry(4, 1, {}, 'foot')]
  const all = read(...items)
  expect(all.map(({ slug, name, items }) => `${slug} ${name}: ${items.map(({ id }) => id)}`)).toEqual([
    'foot foot: 4',
    'top Top & first: 2,3,1',
  ])
  expect(read(...items.toReversed())).toEqual(all)
})

test('a menu without entries is kept, an entry of no menu is not', () => {
  const menus = new MenuSurvey()
  menus.addMenu(menu('%d9%85', 'م'))
  menus.addItem(readItem(1))
  expect(menus.all).toEqual([{ slug: 'م', name: 'م', items: [] }])
})
