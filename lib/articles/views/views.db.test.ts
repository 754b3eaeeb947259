import { expect, test } from 'vitest'
import { addPerson } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import { listSavedViews } from './admin-queries'
import { removeView, saveView } from './mutations'

const site = testDatabase()
const now = new Date('2026-11-28T12:00:00Z')
const names = async (viewer: Parameters<typeof listSavedViews>[1]) =>
  (await listSavedViews(site.db, viewer)).map(({ name }) => name)

test('a list is found again by its name, by its owner alone, and nonsense in its address is not kept', async () => {
  const maren = await addPerson(site.db)
  const idris = await addPerson(site.db)
  const query = 'view=review&category=3&page=7&next=https://evil.example'
  const path = '/admin/articles/?view=review&category=3'
  expect(await saveView(site.db, { name: 'Harbour', query, isShared: false }, maren, now)).toEqual({ ok: true, path })
  expect(await listSavedViews(site.db, maren)).toMatchObject([{ name: 'Harbour', path, isShared: false, isOwn: true }])
  expect(await names(idris)).toEqual([])
  await saveView(site.db, { name: 'Harbour', query: 'view=trash', isShared: false }, maren, now)
  expect(await listSavedViews(site.db, maren)).toMatchObject([{ path: '/admin/articles/?view=trash' }])
})

test('editors share lists with all, writers do not; who removes one is who may', async () => {
  const editor = await addPerson(site.db, { role: 'EDITOR' })
  const other = await addPerson(site.db, { role: 'EDITOR' })
  const author = await addPerson(site.db)
  const shared = { name: 'For all', query: 'view=review', isShared: true }
  expect(await saveView(site.db, shared, author, now)).toEqual({ ok: false, reason: 'forbidden' })
  expect(await saveView(site.db, shared, editor, now)).toMatchObject({ ok: true })
  const [view] = await listSavedViews(site.db, author)
  expect(view).toMatchObject({ name: 'For all', isOwn: false })
  const viewId = view?.id ?? 0
  expect(await removeView(site.db, { viewId }, author, now)).toEqual({ ok: false, reason: 'gone' })
  await saveView(site.db, { name: 'Mine', query: '', isShared: false }, author, now)
  const own = (await listSavedViews(site.db, author)).find(({ name }) => name === 'Mine')
  expect(await removeView(site.db, { viewId: own?.id ?? 0 }, editor, now)).toEqual({ ok: false, reason: 'gone' })
  expect(await removeView(site.db, { viewId }, other, now)).toEqual({ ok: true })
  expect(await names(author)).toEqual(['Mine'])
  const events = await site.db.auditEvent.findMany({ where: { object: `view:${viewId}` }, orderBy: { id: 'asc' } })
  expect(events.map(({ details }) => details)).toEqual([{ name: 'For all' }, { name: 'For all', removed: true }])
})

test('thirty lists are enough, and the thirtieth can still be changed', async () => {
  const maren = await addPerson(site.db)
  const save = (name: string) => saveView(site.db, { name, query: '', isShared: false }, maren, now)
  for (let i = 0; i < 30; i++) expect(await save(`List ${i}`)).toMatchObject({ ok: true })
  expect(await save('One more')).toEqual({ ok: false, reason: 'many' })
  expect(await save('List 29')).toMatchObject({ ok: true })
})

test('however many others share, one’s own are there', async () => {
  for (const editor of [await addPerson(site.db, { role: 'EDITOR' }), await addPerson(site.db, { role: 'EDITOR' })]) {
    for (let i = 10; i < 40; i++) await saveView(site.db, { name: `A ${i}`, query: '', isShared: true }, editor, now)
  }
  const maren = await addPerson(site.db)
  await saveView(site.db, { name: 'Z', query: '', isShared: false }, maren, now)
  expect(await names(maren)).toContain('Z')
})
