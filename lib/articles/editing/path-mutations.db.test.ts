import { expect, test } from 'vitest'
import { leadsTo } from '@/lib/testing/leads'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { publishChanges, saveWorkingCopy } from './copy-mutations'
import { changePath } from './path-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const refused = (reason: string) => ({ ok: false, reason })

test('what is moved is found at its new address, and from the old one', async () => {
  const live = await writeLive(site.db, noon, { slug: 'slipway' })
  must(await changePath(site.db, { ...live, path: '/harbour/slipway-closes' }, ines, noon))
  expect((await stored(site.db, live.id)).input).toMatchObject({
    path: '/harbour/slipway-closes/',
    slug: 'slipway-closes',
  })
  expect(await leadsTo(site.db, '/slipway/')).toBe('/harbour/slipway-closes/')
  const [event] = await site.db.auditEvent.findMany({
    where: { object: `article:${live.id}` },
    orderBy: { id: 'desc' },
  })
  expect(event).toMatchObject({ act: 'articles.changePath', actorName: 'Ines', result: 'DONE' })
})

test('moved twice and back, every address it ever had leads to where it is', async () => {
  const live = await writeLive(site.db, noon, { slug: 'crane' })
  const once = must(await changePath(site.db, { ...live, path: '/cranes/one/' }, ines, noon))
  const twice = must(
    await changePath(site.db, { id: live.id, version: once.version, path: '/cranes/two/' }, ines, noon),
  )
  expect(await leadsTo(site.db, '/crane/')).toBe('/cranes/two/')
  expect(await leadsTo(site.db, '/cranes/one/')).toBe('/cranes/two/')
  must(await changePath(site.db, { id: live.id, version: twice.version, path: '/crane/' }, ines, noon))
  expect(await leadsTo(site.db, '/cranes/two/')).toBe('/crane/')
  expect(await leadsTo(site.db, '/crane/')).toBeNull()
})

test('a working copy goes with it and does not move it back', async () => {
  const live = await writeLive(site.db, noon, { slug: 'winch' })
  const content = { ...live.content, dek: 'It turns.' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  const { version } = must(await changePath(site.db, { ...live, path: '/engines/winch/' }, ines, noon))
  must(await publishChanges(site.db, { id: live.id, version, copyVersion }, ines, noon))
  expect((await stored(site.db, live.id)).input).toMatchObject({ path: '/engines/winch/', dek: 'It turns.' })
})

test('another’s address, one of the site’s own, and none at all are refused', async () => {
  const other = await writeLive(site.db, noon, { slug: 'buoy' })
  const live = await writeLive(site.db, noon, { slug: 'float' })
  const to = (path: string) => changePath(site.db, { ...live, path }, ines, noon)
  expect(await to('/BUOY')).toEqual(refused('pathTaken'))
  expect(await to('/category/buoy/')).toEqual(refused('pathTaken'))
  expect(await to('/preview/x/')).toEqual(refused('pathTaken'))
  expect(await to('https://elsewhere.example/')).toEqual(refused('pathWrong'))
  expect((await stored(site.db, live.id)).input.path).toBe('/float/')
  expect((await stored(site.db, other.id)).input.path).toBe('/buoy/')
})

test('a draft has no address that anybody knows, and another’s article is not moved by its neighbour', async () => {
  expect(await changePath(site.db, { ...(await writeDraft(site.db, noon)), path: '/x/' }, ines, noon)).toEqual(
    refused('status'),
  )
  const live = await writeLive(site.db, noon)
  for (const role of ['CONTRIBUTOR', 'AUTHOR'] as const) {
    expect(await changePath(site.db, { ...live, path: '/x/' }, actor('Cem', role), noon)).toEqual(refused('forbidden'))
  }
})
