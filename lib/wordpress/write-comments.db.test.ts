import { expect, test } from 'vitest'
import { moderateComments } from '@/lib/comments/mutations'
import { addArticle } from '@/lib/testing/articles'
import { IMPORTED_AT, importText } from '@/lib/testing/import-export'
import { testDatabase } from '@/lib/testing/test-database'
import { comment, item, SITE, wxr } from '@/lib/testing/wxr'

const site = testDatabase()
type Comments = ReturnType<typeof comment>[]

/** Imports post `id` with these comments, and answers them as they are stored. */
async function imported(id: number, comments: Comments) {
  const report = await importText(site.url, wxr({ items: [item(id, { comments })] }))
  const article = await site.db.article.findUniqueOrThrow({
    where: { sourceSite_sourceId: { sourceSite: SITE, sourceId: id } },
    select: { id: true, commentCount: true, sourceHash: true },
  })
  const rows = await site.db.comment.findMany({ where: { articleId: article.id }, orderBy: { id: 'asc' } })
  return { ...article, rows, lines: report.lines().join('\n') }
}

test('a comment follows the export until somebody here has decided about it', async () => {
  const first = await imported(1, [comment(11), comment(12), comment(13, { approved: 0 })])
  expect(first.commentCount).toBe(2)
  await moderateComments(site.db, [12], 'spam', 'maren', IMPORTED_AT)
  const { rows, commentCount } = await imported(1, [
    comment(11, { approved: 'trash' }),
    comment(12, { content: 'Changed.' }),
    comment(13, { content: 'Other words.' }),
  ])
  expect(rows.map(({ id, status, text }) => [id, status, text])).toEqual([
    [11, 'TRASH', 'I saw it, said 11.'],
    [12, 'SPAM', 'I saw it, said 12.'],
    [13, 'APPROVED', 'Other words.'],
  ])
  expect(commentCount).toBe(1)
})

test('one that is no longer in the export stays', async () => {
  await imported(2, [comment(21), comment(22)])
  expect((await imported(2, [comment(22)])).rows.map(({ id }) => id)).toEqual([21, 22])
})

test('a number that somebody has here, or that is none, becomes one beyond all of the export', async () => {
  const articleId = await addArticle(site.db)
  const data = {
    id: 31,
    articleId,
    status: 'APPROVED',
    authorName: 'Here',
    text: 'Mine',
    createdAt: IMPORTED_AT,
  } as const
  await site.db.comment.create({ data })
  const comments = [
    comment(31),
    comment(32, { parent: 31 }),
    comment(0, { id: 'x' }),
    comment(0, { id: 2_147_483_000 }),
  ]
  const { rows, lines } = await imported(3, comments)
  expect(rows.map(({ id, parentId, sourceId }) => [id, parentId, (sourceId ?? 0) < 0])).toEqual([
    [32, 33, false],
    [33, null, false],
    [34, null, true],
    [35, null, false],
  ])
  expect(lines).toContain('comments have another number, because theirs is taken or is none: 3')
  expect((await imported(3, comments)).rows).toEqual(rows)
})

test('more comments than fit into one transaction: all of them, in their threads, and only then is the text done', async () => {
  const chain = Array.from({ length: 130 }, (_, i) => comment(1_000 + i, { parent: i ? 999 + i : 0 }))
  const { rows, commentCount, sourceHash } = await imported(4, chain)
  expect([rows.length, commentCount]).toEqual([130, 130])
  expect(rows.every(({ id, parentId }) => parentId === (id === 1_000 ? null : id - 1))).toBe(true)
  expect(sourceHash).not.toBe('unfinished')
  // As a run that was ended between two of them leaves it.
  const { id } = rows.at(-1) ?? { id: 0 }
  await site.db.comment.delete({ where: { id } })
  await site.db.article.updateMany({ where: { sourceId: 4 }, data: { sourceHash: 'unfinished' } })
  expect(await imported(4, chain)).toMatchObject({ rows, commentCount: 130, sourceHash })
})

test('a loop, and answers to other articles’ comments, are put at the top', async () => {
  const loop = [
    comment(51, { parent: 52 }),
    comment(52, { parent: 51 }),
    comment(53, { parent: 11 }),
    comment(54, { parent: 99 }),
  ]
  const { rows } = await imported(5, loop)
  expect(rows.map(({ id, parentId }) => [id, parentId])).toEqual([
    [51, 52],
    [52, null],
    [53, null],
    [54, null],
  ])
})

test('what cannot be stored in a database is not tried', async () => {
  const { rows } = await imported(6, [
    comment(61, { author: 'Nul\u0000', content: 'a\u0000b\ufffe', author_email: 'x\u0000@y.example' }),
  ])
  expect(rows[0]).toMatchObject({ authorName: 'Nul', text: 'ab' })
})
