import { beforeAll, expect, test } from 'vitest'
import { contentOf } from '@/lib/articles/editing/content'
import { publishChanges, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { changePath } from '@/lib/articles/editing/path-mutations'
import { withdraw } from '@/lib/articles/editing/publish-mutations'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { writeSetting } from '@/lib/site/mutations'
import { beginPageOf } from '@/lib/site/page-frame'
import { createCategory, editCategory } from '@/lib/taxonomy/category-mutations'
import { mergeCategory } from '@/lib/taxonomy/move-mutations'
import { createTag, deleteTag, editTag } from '@/lib/taxonomy/tag-change-mutations'
import { droppedAndChanged, type Pages } from '@/lib/testing/dropped-pages'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { findTyped, getMenu } from './admin-queries'
import { KEPT_MENUS_KEY } from './kept-menus'
import { readKeptMenu } from './kept-queries'
import { addMenuItem, type NewItem, placeMenuItem, relabelMenuItem, removeMenuItem, replaceMenu } from './mutations'
import { type ShownItem, shownMenu } from './shown-menu'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const ids = { harbour: 0, council: 0, boats: 0, article: 0, draft: 0 }

const item = (over: Partial<NewItem>): NewItem => ({
  ...{ kind: 'heading', targetId: null, address: '', labels: {} },
  ...over,
})
const add = async (over: Partial<NewItem>, parentId: number | null = null) =>
  addMenuItem(site.db, { place: 'masthead', parentId, item: item(over) }, ines, now)
const said = ({ label, href, below }: ShownItem): string =>
  `${label} ${href ?? '–'}${below.length ? ` (${below.map(said).join(', ')})` : ''}`
const shown = async (locale = 'en') => shownMenu(await getSiteFacts(site.db), 'masthead', locale).map(said)
const empty = () => replaceMenu(site.db, { place: 'masthead', items: [] }, ines, now)
const lastId = async () => (await getSiteFacts(site.db)).menus.masthead.at(-1)?.id ?? 0

const words = (name: string) => ({ name, slug: '', description: '', locale: null })

beforeAll(async () => {
  ids.harbour = must(await createCategory(site.db, { ...words('Harbour'), parentId: null }, ines, now)).id
  ids.council = must(await createCategory(site.db, { ...words('Council'), parentId: null }, ines, now)).id
  ids.boats = must(await createTag(site.db, words('Boats'), ines, now)).id
  ids.article = (await writeLive(site.db, now, { headline: 'The last boat' })).id
  ids.draft = (await writeDraft(site.db, now, { headline: 'Not yet' })).id
})

const page =
  (locale = 'en') =>
  async () => {
    const { facts } = await beginPageOf(site.db, 'http://localhost')
    return shownMenu(facts, 'masthead', locale)
  }
const pages: Pages = { english: page(), arabic: page('ar') }
const dropped = async (change: () => Promise<{ ok: boolean }>) =>
  droppedAndChanged(site.db, pages, async () => must(await change()))
const every = { dropped: ['english', 'arabic'], changed: ['english', 'arabic'] }
const none = { dropped: [], changed: [] }

test('an item is called as what it leads to is, and what is not published is not there', async () => {
  expect(await dropped(() => add({ kind: 'category', targetId: ids.harbour }))).toEqual(every)
  must(await add({ kind: 'article', targetId: ids.article }, await lastId()))
  must(await add({ kind: 'article', targetId: ids.draft }, await lastId()))
  must(await add({ kind: 'tag', targetId: ids.boats }))
  must(await add({ kind: 'address', address: 'https://shop.example/', labels: { en: 'Shop', ar: 'متجر' } }))
  expect(await shown()).toEqual([
    'Harbour /category/harbour/ (The last boat /the-last-boat/)',
    'Boats /tag/boats/',
    'Shop https://shop.example/',
  ])
  expect((await shown('ar')).at(-1)).toBe('متجر https://shop.example/')
  const view = await getMenu(site.db, ines, 'masthead')
  const hidden = [...(view?.targets.values() ?? [])].filter((target) => target?.isHidden)
  expect(hidden.map((target) => target?.name)).toEqual(['Not yet'])
})

test('renames and moves show through on every page, and nothing else of an article drops them', async () => {
  const article = await stored(site.db, ids.article)
  const change = (over: object) => async () => {
    const { version, input } = await stored(site.db, ids.article)
    const content = { ...contentOf(input), ...over }
    const seen = { id: ids.article, version }
    const { copyVersion } = must(await saveWorkingCopy(site.db, { ...seen, copyVersion: null, content }, ines, now))
    return publishChanges(site.db, { ...seen, copyVersion }, ines, now)
  }
  expect(article.input.headline).toBe('The last boat')
  expect(await dropped(change({ document: null, body: '<p>Other words.</p>' }))).toEqual(none)
  expect(await dropped(change({ headline: 'The very last boat' }))).toEqual(every)
  const { version } = await stored(site.db, ids.article)
  const path = '/boats/last/'
  expect(await dropped(() => changePath(site.db, { id: ids.article, version, path }, ines, now))).toEqual(every)
  expect((await shown())[0]).toBe('Harbour /category/harbour/ (The very last boat /boats/last/)')
  const renamed = { id: ids.boats, name: 'Vessels', slug: 'boats', description: '' }
  expect(await dropped(() => editTag(site.db, renamed, ines, now))).toEqual(every)
  const category = { id: ids.harbour, ...words('Port'), slug: 'harbour' }
  expect(await dropped(() => editCategory(site.db, category, ines, now))).toEqual(every)
  expect(await shown()).toEqual(expect.arrayContaining(['Vessels /tag/boats/']))
  expect((await shown())[0]).toMatch(/^Port /)
})

test('what is published comes into the menu by itself, and what is withdrawn or deleted leaves it', async () => {
  const { id, version } = await writeLive(site.db, now, { headline: 'Coming' })
  must(await add({ kind: 'article', targetId: id }))
  expect((await shown()).at(-1)).toBe('Coming /coming/')
  expect(await dropped(() => withdraw(site.db, { id, version, notice: 'Gone.' }, ines, now))).toEqual(every)
  expect(await shown()).not.toContain('Coming /coming/')
  const tag = must(await createTag(site.db, words('Trams'), ines, now)).id
  must(await add({ kind: 'tag', targetId: tag }))
  expect((await shown()).at(-1)).toBe('Trams /tag/trams/')
  expect(await dropped(() => deleteTag(site.db, { id: tag }, ines, now))).toEqual(every)
  const view = await getMenu(site.db, ines, 'masthead')
  expect([...(view?.targets.values() ?? [])]).toContain(null)
})

test('a category that is merged is the one it became', async () => {
  must(await empty())
  must(await add({ kind: 'category', targetId: ids.council }))
  must(await mergeCategory(site.db, { id: ids.council, intoId: ids.harbour }, ines, now))
  expect(await shown()).toEqual(['Port /category/harbour/'])
})

test('items are moved, called otherwise and removed, with the way back in the answer', async () => {
  must(await empty())
  for (const name of ['One', 'Two', 'Three']) {
    must(await add({ kind: 'address', address: `/${name.toLowerCase()}/`, labels: { en: name } }))
  }
  const [one = 0, , three = 0] = (await getSiteFacts(site.db)).menus.masthead.map(({ id }) => id)
  const place = 'masthead' as const
  must(await placeMenuItem(site.db, { place, id: three, parentId: one, beforeId: null }, ines, now))
  must(await relabelMenuItem(site.db, { place, id: one, labels: { en: 'First' } }, ines, now))
  expect(await shown()).toEqual(['First /one/ (Three /three/)', 'Two /two/'])
  const { before } = must(await removeMenuItem(site.db, { place, id: one }, ines, now))
  expect(await shown()).toEqual(['Two /two/'])
  must(await replaceMenu(site.db, { place, items: before }, ines, now))
  expect(await shown()).toEqual(['First /one/ (Three /three/)', 'Two /two/'])
  const taken = (await getSiteFacts(site.db)).menus.masthead.map(({ id }) => id)
  expect(taken).not.toContain(one)
})

test('two who change a menu at the same moment both do', async () => {
  must(await empty())
  await Promise.all(['A', 'B', 'C', 'D'].map((name) => add({ labels: { en: name }, kind: 'address', address: '/' })))
  expect((await shown()).sort()).toEqual(['A /', 'B /', 'C /', 'D /'])
})

test('nothing comes in without a name or a target, and who may not changes nothing', async () => {
  expect(await add({ kind: 'heading' })).toMatchObject({ reason: 'labelMissing' })
  expect(await add({ kind: 'address', address: '', labels: { en: 'X' } })).toMatchObject({ reason: 'addressWrong' })
  expect(await add({ kind: 'page', targetId: ids.article })).toMatchObject({ reason: 'targetMissing' })
  expect(await add({ kind: 'tag', targetId: 999_999 })).toMatchObject({ reason: 'targetMissing' })
  const idris = actor('Idris', 'AUTHOR')
  expect(await replaceMenu(site.db, { place: 'footer', items: [] }, idris, now)).toMatchObject({ reason: 'forbidden' })
  expect(await getMenu(site.db, idris, 'masthead')).toBeNull()
  const event = await site.db.auditEvent.findFirst({ where: { object: 'menu:masthead' }, orderBy: { id: 'desc' } })
  expect(event?.act).toBe('menus.edit')
})

test('no item is stored that a page could not read again: it would take the whole site with it', async () => {
  must(await empty())
  const long = `https://shop.example/${'%D8%B3'.repeat(300)}`
  const wrong = { kind: 'address' as const, labels: { en: 'X' } }
  for (const address of [long, 'javascript:alert(1)', '//evil.example/']) {
    expect(await add({ ...wrong, address })).toMatchObject({ reason: 'addressWrong' })
    const items = [{ ...item({ kind: 'heading', labels: { en: 'X' } }), below: [item({ ...wrong, address })] }]
    expect(await replaceMenu(site.db, { place: 'masthead', items }, ines, now)).toMatchObject({
      reason: 'addressWrong',
    })
  }
  expect(await add({ kind: 'heading', labels: { en: 'x'.repeat(121) } })).toMatchObject({ reason: 'labelLong' })
  expect(await shown()).toEqual([])
})

test('what was typed is found by its name or its address', async () => {
  expect(await findTyped(site.db, 'tag', 'vessels')).toBe(ids.boats)
  expect(await findTyped(site.db, 'article', 'https://courier.example/Boats/Last/?x=1')).toBe(ids.article)
  expect(await findTyped(site.db, 'article', ' ')).toBeNull()
})

test('a menu that an import kept is a start: its articles, categories and addresses lead to what they are here', async () => {
  const kept = (over: object) => ({
    ...{ id: 0, parent: 0, position: 0, title: '', type: 'custom', object: 'custom', objectId: 0, url: '' },
    ...{ opensNewWindow: false, ...over },
  })
  const old = 'https://old.example'
  await site.db.article.update({ where: { id: ids.article }, data: { sourceSite: old, sourceId: 77 } })
  await transact(site.db, (tx) =>
    writeSetting(tx, KEPT_MENUS_KEY, {
      [old]: [
        {
          ...{ slug: 'top', name: 'Top' },
          items: [
            kept({ id: 1, title: 'Home', url: 'https://old.example/' }),
            kept({ id: 2, title: 'More', url: '#' }),
            kept({ id: 3, parent: 2, type: 'post_type', object: 'post', objectId: 77 }),
            kept({
              id: 4,
              parent: 3,
              title: 'Our port',
              type: 'taxonomy',
              object: 'category',
              url: '/category/harbour/',
            }),
            kept({ id: 5, type: 'post_type', object: 'page', objectId: 99 }),
            kept({ id: 6, title: 'Evil', url: 'javascript:alert(1)' }),
            kept({ id: 8, title: 'Long', url: `https://shop.example/${'ä'.repeat(400)}` }),
            kept({ id: 7, title: 'Shop', url: 'https://shop.example/x' }),
          ],
        },
      ],
    }),
  )
  const menu = await readKeptMenu(site.db, old, 'top')
  expect(menu?.left).toBe(3)
  must(await replaceMenu(site.db, { place: 'masthead', items: menu?.items ?? [] }, ines, now))
  expect(await shown()).toEqual([
    'Home /',
    'More – (The very last boat /boats/last/, Our port /category/harbour/)',
    'Shop https://shop.example/x',
  ])
  expect((await getMenu(site.db, ines, 'footer'))?.kept.map(({ name }) => name)).toEqual(['Top'])
})
