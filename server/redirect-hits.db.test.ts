import { expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/test-database'
import { RedirectHits } from './redirect-hits'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const later = new Date('2026-11-23T12:00:05Z')

const made = async (slug: string) => {
  const data = { fromPath: `/${slug}/`, fromFolded: `/${slug}`, toPath: '/x/' }
  return (await site.db.redirect.create({ data, select: { id: true } })).id
}
const hitsOf = async (id: number) => {
  const { hits, lastHitAt } = await site.db.redirect.findUniqueOrThrow({ where: { id } })
  return [hits, lastHitAt]
}

test('hits are written together, and each once, by however many processes', async () => {
  const [one, two] = [await made('one'), await made('two')]
  const [here, there] = [new RedirectHits(), new RedirectHits()]
  for (let hit = 0; hit < 1_000; hit++) here.count(one, now)
  for (let hit = 0; hit < 500; hit++) there.count(hit % 2 ? one : two, later)
  here.count(two, now)
  expect(await hitsOf(one)).toEqual([0, null])
  await Promise.all([here.write(site.db), there.write(site.db)])
  await Promise.all([here.write(site.db), there.write(site.db)])
  expect((await hitsOf(one))[0]).toBe(1_250)
  expect((await hitsOf(two))[0]).toBe(251)
})

test('what could not be written is counted on, and written at the end', async () => {
  const id = await made('three')
  const hits = new RedirectHits()
  hits.count(id, now)
  const away = { $transaction: () => Promise.reject(new Error('away')) } as unknown as typeof site.db
  await expect(hits.write(away)).rejects.toThrow('away')
  hits.count(id, later)
  await hits.writeAll(site.db)
  expect(await hitsOf(id)).toEqual([2, later])
})
