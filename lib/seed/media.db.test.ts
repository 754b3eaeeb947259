import { expect, inject, test } from 'vitest'
import { copyOf } from '@/lib/testing/database'
import { testDatabase } from '@/lib/testing/test-database'
import { seedMedia } from './media-mutations'
import { seedArticles } from './mutations'

const site = testDatabase()
const sentences = ['The last boat leaves at half past nine.', 'Nobody on either bank can say why it waits.']
const quietly = () => undefined

test('a library is the same at every run, and what articles and authors show is in it', async () => {
  const pictures = await seedMedia(site.db, 24, sentences, quietly)
  const other = await copyOf(inject('template'))
  expect(await seedMedia(other.db, 24, sentences, quietly)).toEqual(pictures)
  await other.close()
  const rows = await site.db.media.findMany({
    select: { path: true, hash: true, _count: { select: { variants: true } } },
  })
  expect(rows.filter(({ hash }) => hash === null).map(({ path }) => path.startsWith('/wp-content/uploads/'))).toEqual(
    Array(6).fill(true),
  )
  expect(rows.every(({ hash, _count }) => (hash === null) === (_count.variants === 0))).toBe(true)
  await seedArticles(site.db, { total: 12, authors: 9, pictures }, [{ locale: 'en', sentences }], quietly)
  const shown = await site.db.article.count({ where: { mediaUses: { some: {} } } })
  expect(shown).toBeGreaterThan(4)
  const authors = await site.db.author.findMany({ select: { portrait: true } })
  const portraits = authors.flatMap(({ portrait }) => (portrait === null ? [] : [(portrait as { src: string }).src]))
  expect(portraits).toHaveLength(3)
  expect(rows.map(({ path }) => path)).toEqual(expect.arrayContaining(portraits))
})
