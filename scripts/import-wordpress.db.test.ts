import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dumpOf } from '@/lib/testing/dump'
import { runImport } from '@/lib/testing/import-command'
import { importText } from '@/lib/testing/import-export'
import { newsroomExport } from '@/lib/testing/newsroom-export'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { exportFile, item, wxr } from '@/lib/testing/wxr'
import { ImportRefusal } from '@/lib/wordpress/refusal'

const site = testDatabase()
const whole = newsroomExport()
let before: string[]
let invalidations: number

beforeAll(async () => {
  await importText(site.url, wxr({ items: [item(900)] }))
  before = await dumpOf(site.db, site.provider)
  invalidations = await site.db.invalidation.count()
})
afterAll(async () => {
  expect(await dumpOf(site.db, site.provider)).toEqual(before)
  expect(await site.db.invalidation.count()).toBe(invalidations)
})

/** How importing these files is refused. */
async function refusal(url: string, ...files: string[]): Promise<string> {
  const error: unknown = await importText(url, '', { files }).catch((error: unknown) => error)
  if (!(error instanceof ImportRefusal)) throw new Error(`not refused: ${error}`)
  return error.message
}

test.each([
  ['a truncated one', whole.slice(0, -4_000), /^export\.xml ends in the middle: .* Nothing was changed\.$/],
  [
    'a truncated gzip file',
    gzipSync(whole).subarray(0, 1_000),
    /^export\.xml ends in the middle: download it again\.$/,
  ],
  ['a text', 'Dear editor,', /^export\.xml is no XML; /],
  ['an RSS feed', '<rss><channel><title>x</title></channel></rss>', /^export\.xml is a feed, but no WordPress export/],
  ['a page', '<html><body>404</body></html>', /^export\.xml begins with <html>; /],
  ['an empty one', '', /^export\.xml is empty\.$/],
])('%s is refused in one sentence, and the database is as it was', async (_, content, sentence) => {
  const message = await refusal(site.url, exportFile(content))
  expect(message).toMatch(sentence)
  expect(message).not.toContain('\n')
  expect(await dumpOf(site.db, site.provider)).toEqual(before)
})

test('a missing one, a folder, and a bad one behind a good one: nothing of the good one is written either', async () => {
  const folder = passingFolder('wxr')
  expect(await refusal(site.url, join(folder, 'gone.xml'))).toBe(`There is no file ${folder}/gone.xml.`)
  expect(await refusal(site.url, folder)).toMatch(/ is no file\.$/)
  expect(await refusal(site.url, exportFile(whole), exportFile('', 'second.xml'))).toBe('second.xml is empty.')
})

test('files of two sites are not imported as one', async () => {
  const other = wxr({ channel: { 'wp:base_blog_url': 'https://other.example' }, items: [item(1)] })
  expect(await refusal(site.url, exportFile(whole), exportFile(other, 'other.xml'))).toBe(
    'other.xml comes from another site than the file before it: import one after the other.',
  )
})

test('a bad file makes no database', async () => {
  const path = join(passingFolder('import'), 'new.db')
  expect(await refusal(`file:${path}`, exportFile('', 'a.xml'))).toBe('a.xml is empty.')
  expect(existsSync(path)).toBe(false)
})

test('the command itself: one line, exit 1, nothing on the other stream', async () => {
  const refused = await runImport(site.url, exportFile(whole.slice(0, -4_000)))
  expect(refused).toMatchObject({ code: 1, said: '' })
  expect(refused.complaint).toMatch(/^export\.xml ends in the middle: [^\n]*\n$/)
})

test('without a file, or with an option that it does not know, it says how it is called', async () => {
  for (const args of [[], [exportFile(whole), '--force']])
    expect(await runImport(site.url, ...args)).toEqual({
      code: 1,
      said: '',
      complaint: 'npm run import:wordpress -- FILE.xml[.gz] … [--dry-run] [--overwrite-edited]\n',
    })
})

test('a trial run says what would be done, and does nothing', async () => {
  const { code, said, complaint } = await runImport(site.url, '--dry-run', exportFile(gzipSync(whole), 'e.xml.gz'))
  expect([code, complaint]).toEqual([0, ''])
  expect(said).toMatch(/post: publish → PUBLISHED +3 +3 +0 +0 +0\n/)
  expect(said).toMatch(/Nothing was written \(--dry-run\)\. [\d.]+ s\n$/)
})
