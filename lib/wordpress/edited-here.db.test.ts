import { beforeAll, expect, test } from 'vitest'
import { contentOf } from '@/lib/articles/editing/content'
import { discardWorkingCopy, publishChanges, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { withdraw } from '@/lib/articles/editing/publish-mutations'
import { dumpOf } from '@/lib/testing/dump'
import { importText } from '@/lib/testing/import-export'
import { ines, must, stored } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { comment, item, SITE, wxr } from '@/lib/testing/wxr'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')

/** An export of four posts; later ones say something else of three of them, and have a comment on each. */
const exported = (title = 'Tide', isLater = title !== 'Tide') =>
  wxr({
    items: [
      item(1),
      ...[2, 3, 4].map((id) =>
        item(id, { fields: { title: `${title} ${id}` }, comments: isLater ? [comment(70 + id)] : [] }),
      ),
    ],
  })

async function here(sourceId: number) {
  const { id } = await site.db.article.findUniqueOrThrow({
    where: { sourceSite_sourceId: { sourceSite: SITE, sourceId } },
    select: { id: true },
  })
  return stored(site.db, id)
}

beforeAll(async () => {
  await importText(site.url, exported())
  const article = await here(2)
  const content = { ...contentOf(article.input), headline: 'Our own headline' }
  const seen = { id: article.id, version: article.version, copyVersion: null }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...seen, content }, ines, noon))
  const correction = { kind: 'CORRECTION', text: 'It was high.' } as const
  must(await publishChanges(site.db, { ...seen, copyVersion, correction }, ines, noon))
  const taken = await here(3)
  must(await withdraw(site.db, { id: taken.id, version: taken.version, notice: 'Gone.' }, ines, noon))
})

test('an unchanged export changes nothing, edited here or not', async () => {
  const before = await dumpOf(site.db, site.provider)
  const report = await importText(site.url, exported())
  expect(await dumpOf(site.db, site.provider)).toEqual(before)
  expect(report.lines().join('\n')).not.toContain('Edited here')
})

test('what was edited or withdrawn here stays so and is named; what was not follows the export', async () => {
  const before = [await here(2), await here(3)]
  const report = await importText(site.url, exported('Ebb'))
  expect([await here(2), await here(3)]).toEqual(before)
  expect((await here(4)).input.headline).toBe('Ebb 4')
  expect(report.lines().join('\n')).toContain(
    'Edited here; the export’s change was not taken (--overwrite-edited takes it):\n- /tide-2/\n- /tide-3/',
  )
  expect(report.tallies('post').get('publish → PUBLISHED')).toMatchObject({ changed: 1, unchanged: 2 })
})

test('comments that came since are taken with either', async () => {
  const { id } = await here(2)
  expect(await site.db.comment.count({ where: { articleId: id } })).toBe(1)
})

test('it is said again by every run, and nothing is written twice', async () => {
  const before = await dumpOf(site.db, site.provider)
  const report = await importText(site.url, exported('Ebb'))
  expect(await dumpOf(site.db, site.provider)).toEqual(before)
  expect(report.lines().join('\n')).toContain('- /tide-2/')
})

test('told to, it takes the export’s; what was written here stays in the history, and corrections with readers', async () => {
  await importText(site.url, exported('Ebb'), { overwriteEdited: true })
  const { id, input } = await here(2)
  expect(input).toMatchObject({ headline: 'Ebb 2', corrections: [{ text: 'It was high.' }] })
  const history = await site.db.revision.findMany({ where: { articleId: id }, orderBy: { id: 'asc' } })
  expect(history.at(-1)?.why).toBe('import')
  expect(history.some(({ content }) => JSON.stringify(content).includes('Our own headline'))).toBe(true)
  expect((await here(3)).input.status).toBe('PUBLISHED')
  const after = await importText(site.url, exported('Flood'))
  expect(after.lines().join('\n')).not.toContain('Edited here')
  expect((await here(2)).input.headline).toBe('Flood 2')
})

test('what somebody began to change and threw away follows the export again', async () => {
  const { id, version, input } = await here(4)
  const content = { ...contentOf(input), headline: 'Never mind' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { id, version, copyVersion: null, content }, ines, noon))
  const kept = await importText(site.url, exported('Spring tide'))
  expect(kept.lines().join('\n')).toContain('- /tide-4/')
  must(await discardWorkingCopy(site.db, { id, version, copyVersion }, ines, noon))
  const taken = await importText(site.url, exported('Spring tide'))
  expect(taken.lines().join('\n')).not.toContain('- /tide-4/')
  expect((await here(4)).input.headline).toBe('Spring tide 4')
})
