import { expect, test } from 'vitest'
import { actor, ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { makeTag } from './tag-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const make = (name: string, by = ines) => makeTag(site.db, { name }, by, noon)

test('a tag that is not there is made, with an address of its own, and it is written down who made it', async () => {
  const { tag } = must(await make('  Night\n ferries '))
  expect(tag.name).toBe('Night ferries')
  expect(await site.db.tag.findUnique({ where: { id: tag.id } })).toMatchObject({ slug: 'night-ferries' })
  const [event] = await site.db.auditEvent.findMany({ where: { object: `tag:${tag.id}` } })
  expect(event).toMatchObject({ act: 'tags.make', actorName: 'Ines', details: { name: 'Night ferries' } })
})

test('the same name in whatever case is the tag that is there', async () => {
  const { tag } = must(await make('Lighthouses'))
  expect(must(await make('lightHouses')).tag).toEqual(tag)
})

test('other names that make the same address are other tags', async () => {
  const one = must(await make('C++'))
  const other = must(await make('C'))
  expect(other.tag.id).not.toBe(one.tag.id)
  expect(await site.db.tag.findUnique({ where: { id: other.tag.id } })).toMatchObject({ slug: 'c-2' })
})

test('ten who think of it at once make one', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => make('Dredging')))
  expect(new Set(made.map((one) => must(one).tag.id)).size).toBe(1)
})

test('a contributor chooses among what is there; nobody makes a tag of nothing', async () => {
  expect(await make('Contraband', actor('Cem', 'CONTRIBUTOR'))).toEqual({ ok: false, reason: 'forbidden' })
  expect(await site.db.tag.count({ where: { name: 'Contraband' } })).toBe(0)
  for (const name of ['', ' ', '!!!', 'x'.repeat(81)]) {
    expect(await make(name)).toEqual({ ok: false, reason: 'malformed' })
  }
  must(await make('Own words', actor('Maren', 'AUTHOR')))
})
