import { expect, test } from 'vitest'
import { dumpOf } from '@/lib/testing/dump'
import { importText } from '@/lib/testing/import-export'
import { testDatabase } from '@/lib/testing/test-database'
import { item, wxr } from '@/lib/testing/wxr'

const site = testDatabase()

const written = (id: number, language: string, group: string, title = `Tide ${id}`) =>
  item(id, {
    fields: { title },
    terms: [
      ['language', language, language],
      ['post_translations', group, group],
    ],
  })
const exported = (...items: string[]) => importText(site.url, wxr({ channel: { language: 'en' }, items }))

async function named() {
  const rows = await site.db.article.findMany({
    orderBy: { sourceId: 'asc' },
    select: { locale: true, path: true, alternates: true, translationOf: { select: { path: true } } },
  })
  return rows.map(({ locale, path, alternates, translationOf }) => ({
    ...{ locale, path, of: translationOf?.path ?? null },
    names: ((alternates ?? []) as { locale: string }[]).map((one) => one.locale).join(),
  }))
}

test('texts and their translations name each other, the one in the site’s language as their original', async () => {
  const items = [written(1, 'ar', 'pll_a'), written(2, 'en', 'pll_a'), written(3, 'fa', 'pll_a'), written(4, 'fa', 'b')]
  await exported(...items)
  const all = [
    { locale: 'ar', path: '/tide-1/', of: '/tide-2/', names: 'en,ar,fa' },
    { locale: 'en', path: '/tide-2/', of: null, names: 'en,ar,fa' },
    { locale: 'fa', path: '/tide-3/', of: '/tide-2/', names: 'en,ar,fa' },
    { locale: 'fa', path: '/tide-4/', of: null, names: '' },
  ]
  expect(await named()).toEqual(all)

  const before = await dumpOf(site.db, site.provider)
  await exported(...items)
  expect(await dumpOf(site.db, site.provider)).toEqual(before)

  // One that changed is written anew, and is a translation still.
  await exported(written(1, 'ar', 'pll_a', 'The tide'), ...items.slice(1))
  expect(await named()).toEqual(all)
})

test('what is no translation any more in the export is none here, and the others name it no longer', async () => {
  await exported(written(1, 'ar', 'pll_a'), written(2, 'en', 'pll_a'), written(3, 'fa', 'pll_a'))
  await exported(written(1, 'ar', 'pll_a'), written(2, 'en', 'pll_a'), written(3, 'fa', ''))
  expect((await named()).slice(0, 3).map(({ names }) => names)).toEqual(['en,ar', 'en,ar', ''])
})
