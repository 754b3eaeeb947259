import { expect, inject, test } from 'vitest'
import { copyOf } from '@/lib/testing/database'
import { importText } from '@/lib/testing/import-export'
import { testDatabase } from '@/lib/testing/test-database'
import { exportFile, item, SITE, type WxrExport, type WxrPost, wxr } from '@/lib/testing/wxr'

const site = testDatabase()
const imported = (all: WxrExport) => importText(site.url, wxr(all))
const page = (id: number, slug: string, parent = 0, more: NonNullable<WxrPost['fields']> = {}) =>
  item(id, {
    fields: {
      'wp:post_type': 'page',
      'wp:post_name': slug,
      'wp:post_parent': parent,
      link: `${SITE}/${slug}/`,
      ...more,
    },
  })
const draft = (id: number, more: NonNullable<WxrPost['fields']> = {}) =>
  item(id, { fields: { 'wp:status': 'draft', link: `${SITE}/?p=${id}`, ...more } })
const settingOf = async (key: string) => (await site.db.setting.findUnique({ where: { key } }))?.value
const parents = async () => {
  const rows = await site.db.article.findMany({
    where: { kind: 'PAGE' },
    select: { sourceId: true, parent: { select: { sourceId: true } } },
    orderBy: { sourceId: 'asc' },
  })
  return rows.map(({ sourceId, parent }) => `${sourceId}<${parent?.sourceId ?? ''}`).join(' ')
}

test('settings follow the export until somebody changes them here', async () => {
  await imported({ channel: { title: 'First' } })
  await imported({ channel: { title: 'Second' } })
  expect(await settingOf('site')).toMatchObject({ name: 'Second' })
  await site.db.setting.update({ where: { key: 'site' }, data: { value: { name: 'Mine' } } })
  const report = await imported({ channel: { title: 'Third' } })
  expect(await settingOf('site')).toEqual({ name: 'Mine' })
  expect(report.lines()).toContain('The site has a name, language and time zone of its own; they stay as they are.')
})

test('pages join their parents, wherever those stand in the file; a loop joins nobody', async () => {
  await imported({ items: [page(3, 'c', 2), page(2, 'b', 1), page(1, 'a'), page(4, 'd', 5), page(5, 'e', 4)] })
  expect(await parents()).toBe('1< 2<1 3<2 4< 5<')
  await imported({ items: [page(3, 'c', 1), page(2, 'b', 1), page(1, 'a')] })
  expect(await parents()).toBe('1< 2<1 3<1 4< 5<')
})

test('menus of two sites are kept side by side', async () => {
  const entry = item(70, { fields: { 'wp:post_type': 'nav_menu_item' }, terms: [['nav_menu', 'top', 'Top']] })
  await imported({ items: [entry] })
  await imported({ channel: { 'wp:base_blog_url': 'https://other.example' }, items: [entry] })
  expect(Object.keys((await settingOf('wordpress-menus')) as object).sort()).toEqual([SITE, 'https://other.example'])
})

test('two sites with the same numbers have texts of their own', async () => {
  await imported({ items: [draft(80)] })
  await imported({ channel: { 'wp:base_blog_url': 'https://other.example' }, items: [draft(80)] })
  const rows = await site.db.article.findMany({
    where: { sourceId: 80 },
    select: { path: true },
    orderBy: { path: 'asc' },
  })
  expect(rows.map(({ path }) => path)).toEqual(['/tide-80-2/', '/tide-80/'])
})

test('a published text takes its address from a draft of an earlier run, and its former one leads to it', async () => {
  await imported({ items: [draft(90, { 'wp:post_name': 'spring' }), item(91)] })
  await imported({ items: [item(91, { fields: { 'wp:post_name': 'spring' } })] })
  const paths = await site.db.article.findMany({ where: { sourceId: { in: [90, 91] } }, orderBy: { sourceId: 'asc' } })
  expect(paths.map(({ path }) => path)).toEqual(['/spring-2/', '/spring/'])
  expect(await site.db.redirect.findMany({ where: { fromPath: '/tide-91/' }, select: { toPath: true } })).toEqual([
    { toPath: '/spring/' },
  ])
})

test('an old address where something lives leads nowhere else', async () => {
  const meta: WxrPost['meta'] = [['_wp_old_slug', 'tide-95']]
  await imported({ items: [item(94, { meta }), item(95)] })
  expect(await site.db.redirect.count({ where: { fromPath: '/tide-95/' } })).toBe(0)
})

test('an author whose address is taken gets the next, and is told', async () => {
  await site.db.author.create({ data: { slug: 'jo', name: 'Another Jo' } })
  const report = await imported({ authors: [{ author_login: 'jo', author_display_name: 'Jo Falk' }] })
  expect(await site.db.author.findUnique({ where: { slug: 'jo-2' } })).toMatchObject({
    name: 'Jo Falk',
    sourceName: 'jo',
  })
  expect(report.lines().join('\n')).toContain('authors have another address, because theirs is taken: 1 (jo → jo-2)')
})

test('categories and tags that are there keep their names, and get a description where they had none', async () => {
  await site.db.category.create({ data: { slug: 'sea', path: 'sea', name: 'Mine' } })
  await site.db.tag.create({ data: { slug: 'wind', name: 'Mine', description: 'Mine too' } })
  await imported({
    categories: [{ term_id: 1, category_nicename: 'sea', cat_name: 'Sea', category_description: 'All of it' }],
    tags: [{ tag_slug: 'wind', tag_name: 'Wind', tag_description: 'All of it' }],
  })
  expect(await site.db.category.findUnique({ where: { path: 'sea' } })).toMatchObject({
    name: 'Mine',
    description: 'All of it',
  })
  expect(await site.db.tag.findUnique({ where: { slug: 'wind' } })).toMatchObject({
    name: 'Mine',
    description: 'Mine too',
  })
})

test('an export in two files, in either order, is one', async () => {
  const files = [wxr({ items: [page(101, 'x', 102)] }), wxr({ items: [page(102, 'y'), item(103)] })].map((xml) =>
    exportFile(xml),
  )
  const pathsOf = async (order: string[]) => {
    const copy = await copyOf(inject('template'))
    await importText(copy.url, '', { files: order })
    const rows = await copy.db.article.findMany({
      select: { path: true, parent: { select: { path: true } } },
      orderBy: { path: 'asc' },
    })
    await copy.close()
    return rows
  }
  const rows = await pathsOf(files)
  expect(rows).toEqual([
    { path: '/tide-103/', parent: null },
    { path: '/x/', parent: { path: '/y/' } },
    { path: '/y/', parent: null },
  ])
  expect(await pathsOf(files.toReversed())).toEqual(rows)
})
