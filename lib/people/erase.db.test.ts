import { expect, test } from 'vitest'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { makePreviewLink } from '@/lib/articles/preview/mutations'
import { verifyAuditLog } from '@/lib/audit/queries'
import { ROLES, type Viewer } from '@/lib/auth/permissions'
import { replyFromDesk } from '@/lib/comments/desk-mutations'
import { addCorrection } from '@/lib/corrections/mutations'
import { findAnything } from '@/lib/desk/find-admin-queries'
import { dumpOf } from '@/lib/testing/dump'
import { actor, must, stored, writeLive } from '@/lib/testing/newsroom'
import { addPerson } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import { listPeople } from './admin-queries'
import { eraseAccount } from './erase-mutations'
import { deactivatePerson, invitePerson, reactivatePerson } from './mutations'

const site = testDatabase()
const boss = actor('Boss', 'ADMIN')
const now = new Date('2026-11-28T12:00:00Z')
const words = { former: 'Former colleague', anonymous: 'Anonymous' }
const erase = (userId: string, viewer: Viewer = boss) => eraseAccount(site.db, { userId, ...words }, viewer, now)

/** Somebody who did a little of everything, under a byline that is called otherwise than the account. */
async function busy(name: string) {
  const author = await site.db.author.create({ data: { slug: `by-${name.length}`, name: 'J. P. Writer' } })
  const person = await addPerson(site.db, { role: 'EDITOR', name })
  await site.db.user.update({ where: { id: person.id }, data: { authorId: author.id, locale: 'fa' } })
  const viewer = { ...person, authorId: author.id }
  const live = await writeLive(site.db, now, { authorIds: [author.id] })
  const seen = async () => ({ id: live.id, version: (await stored(site.db, live.id)).version })
  const note = { kind: 'CORRECTION', text: 'It was ten.' } as const
  must(await addCorrection(site.db, { ...(await seen()), note, reportId: null }, viewer, now))
  const content = { ...live.content, headline: 'Changes' }
  must(await saveWorkingCopy(site.db, { ...(await seen()), copyVersion: null, content }, viewer, now))
  must(await makePreviewLink(site.db, { articleId: live.id, label: '', hours: 24 }, viewer, now))
  const asked = {
    id: 1_000 + 10 * live.id,
    articleId: live.id,
    status: 'HELD',
    authorName: 'Perrin',
    text: 'A question.',
  } as const
  await site.db.comment.create({ data: { ...asked, createdAt: now } })
  must(await replyFromDesk(site.db, { id: asked.id, text: 'Thank you.' }, viewer, now))
  const mine = { uploaderId: viewer.id, uploaderName: name }
  await site.db.media.create({
    data: { path: `/media/${name}.jpg`.replace(/\s/g, ''), mimeType: 'image/jpeg', ...mine },
  })
  await site.db.redirect.create({
    data: { fromPath: `/${live.id}`, fromFolded: `/${live.id}`, madeByName: name, toPath: '/' },
  })
  await site.db.job.create({
    data: { kind: 'mail.sentBack', payload: { articleId: live.id, userId: 'x', by: name }, runAt: now, createdAt: now },
  })
  const view = { name: 'Mine', path: '/admin/articles/', createdAt: now }
  await site.db.listView.create({ data: { ...view, ownerId: viewer.id } })
  must(
    await invitePerson(
      site.db,
      { name: 'New', email: `new-${live.id}@courier.example`, role: 'AUTHOR' },
      { ...viewer, role: 'ADMIN' },
      now,
    ),
  )
  return { viewer, articleId: live.id, authorId: author.id }
}

test('of somebody who left nothing names them, but their byline, and the log is whole', async () => {
  const { viewer, articleId, authorId } = await busy('Jonah Plank')
  const named = /Jonah Plank|JonahPlank@/i
  expect(await erase(viewer.id)).toEqual({ ok: false, reason: 'active' })
  must(await deactivatePerson(site.db, { userId: viewer.id }, boss, now))
  const before = await dumpOf(site.db, site.provider)
  expect(before.filter((line) => named.test(line) || line.includes(viewer.email)).length).toBeGreaterThan(12)
  must(await erase(viewer.id))
  const after = await dumpOf(site.db, site.provider)
  expect(after.filter((line) => named.test(line) || line.includes(viewer.email))).toEqual([])
  expect(after.join('\n')).not.toContain(viewer.address)
  expect(await verifyAuditLog(site.db)).toMatchObject({ count: 0 })
  const last = await site.db.auditEvent.findFirst({ orderBy: { id: 'desc' } })
  expect(last).toMatchObject({ act: 'people.erase', object: `user:${viewer.id}`, actorName: 'Boss' })
  // What was done, and that it was one and the same, stays; so do the byline and the number of the account.
  expect((await stored(site.db, articleId)).input.authorIds).toEqual([authorId])
  expect(await site.db.workingCopy.findUnique({ where: { articleId } })).toMatchObject({
    ...{ savedById: viewer.id, savedByName: words.former },
  })
  expect(await site.db.user.findUnique({ where: { id: viewer.id } })).toMatchObject({
    ...{ name: words.former, email: `${viewer.id}@erased.invalid`, authorId: null, locale: null, erasedAt: now },
  })
  for (const count of [
    site.db.account.count({ where: { userId: viewer.id } }),
    site.db.session.count({ where: { userId: viewer.id } }),
    site.db.listView.count({ where: { ownerId: viewer.id } }),
  ])
    expect(await count).toBe(0)
  expect((await listPeople(site.db, boss, now))?.some(({ id }) => id === viewer.id)).toBe(false)
  expect((await findAnything(site.db, boss, 'Former')).people).toEqual([])
  expect(await reactivatePerson(site.db, { userId: viewer.id }, boss, now)).toEqual({ ok: false, reason: 'gone' })
  expect(await erase(viewer.id)).toEqual({ ok: false, reason: 'gone' })
  must(await invitePerson(site.db, { name: 'Jonah', email: viewer.email, role: 'AUTHOR' }, boss, now))
})

test('where only a name says who did something, another of that name keeps theirs', async () => {
  const one = await busy('Ada Reed')
  await addPerson(site.db, { name: 'Ada Reed' })
  must(await deactivatePerson(site.db, { userId: one.viewer.id }, boss, now))
  must(await erase(one.viewer.id))
  expect(await site.db.redirect.findUnique({ where: { fromPath: `/${one.articleId}` } })).toMatchObject({
    madeByName: 'Ada Reed',
  })
  expect(await site.db.revision.count({ where: { actorName: 'Ada Reed' } })).toBe(0)
})

test.each(ROLES.filter((role) => role !== 'ADMIN'))('%s erases nobody', async (role) => {
  const person = await addPerson(site.db)
  must(await deactivatePerson(site.db, { userId: person.id }, boss, now))
  expect(await erase(person.id, actor('Nell', role))).toEqual({ ok: false, reason: 'forbidden' })
  expect(await site.db.user.findUnique({ where: { id: person.id } })).toMatchObject({ email: person.email })
})
