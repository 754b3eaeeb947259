import { beforeAll, expect, test } from 'vitest'
import { trash } from '@/lib/articles/editing/publish-mutations'
import { insertComments } from '@/lib/comments/mutations'
import { transact } from '@/lib/invalidation'
import { actor, ines, must, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { addPerson } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import { findAnything } from './find-admin-queries'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const nan = actor('Nan', 'CONTRIBUTOR')
const boss = actor('Boss', 'ADMIN')

beforeAll(async () => {
  const { id: articleId } = await writeLive(site.db, now, { headline: 'Ferry crossing to close' })
  await writeDraft(site.db, now, { headline: 'A ferry of Nan’s', body: '<p>Walrus.</p>' }, nan)
  await writeDraft(site.db, now, { headline: 'مدرسة الميناء', locale: 'ar' })
  must(await trash(site.db, await writeDraft(site.db, now, { headline: 'Ferries thrown away' }), ines, now))
  await addPerson(site.db, { name: 'Wilhelmina Strake' })
  await transact(site.db, (tx) =>
    insertComments(tx, [
      {
        ...{
          id: 77,
          articleId,
          parentId: null,
          status: 'HELD',
          kind: 'COMMENT',
          authorName: 'Perrin',
          authorUrl: null,
        },
        ...{ text: 'Eleven weeks.', createdAt: now, email: 'perrin@ellerhaven.example', address: '', userAgent: '' },
        ...{ moderatedBy: null, source: null },
      },
    ]),
  )
})

const headlines = async (typed: string, viewer = ines) =>
  (await findAnything(site.db, viewer, typed)).articles.map(({ headline }) => headline)

test('articles are found by the words of their headlines, the last of them as far as it is typed', async () => {
  expect(await headlines('ferr')).toEqual(['A ferry of Nan’s', 'Ferry crossing to close'])
  expect(await headlines('FERRY cros')).toEqual(['Ferry crossing to close'])
  expect(await headlines('cros ferry')).toEqual([])
  expect(await headlines('walrus')).toEqual([])
  expect(await headlines('مدرسه')).toEqual(['مدرسة الميناء'])
  for (const sign of ['%', '_', '*', '"', '§']) expect([sign, await headlines(sign)]).toEqual([sign, []])
})

test('nobody finds what is not theirs to see', async () => {
  expect(await headlines('ferr', nan)).toEqual(['A ferry of Nan’s'])
  expect(await findAnything(site.db, nan, '#77')).toMatchObject({ comments: [] })
  expect(await findAnything(site.db, ines, 'Wilhelmina')).toMatchObject({ people: [] })
})

test('comments are found by number and by whole address, people by the beginning of a name', async () => {
  expect((await findAnything(site.db, ines, '#77')).comments).toMatchObject([{ id: 77, authorName: 'Perrin' }])
  expect((await findAnything(site.db, ines, 'Perrin@ellerhaven.example')).comments).toMatchObject([{ id: 77 }])
  expect((await findAnything(site.db, ines, 'perrin@')).comments).toEqual([])
  expect((await findAnything(site.db, boss, 'stra')).people).toMatchObject([{ name: 'Wilhelmina Strake' }])
  expect((await findAnything(site.db, boss, 'mina')).people).toEqual([])
})
