import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { measuredImport } from '@/lib/testing/measured-import'
import { digestOf } from '@/lib/testing/sqlite-digest'
import { importWordpress } from './import'
import { SILENT } from './progress'
import { ImportRefusal } from './refusal'

// The small exports that other importers are tried with (CORPUS_DIR): odd, old, broken, or of another make.

vi.stubEnv('SECRET', 'the same in every trial of the import')

const fixtures = join(process.env.CORPUS_DIR ?? '', 'wordpress/fixtures')
const files = readdirSync(fixtures, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.xml'))
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-fixtures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Broken beyond reading: one ends in its first item, one has no channel. */
const REFUSED = ['importer/malformed-simple.xml', 'importer/malformed.xml']

test('every fixture is imported, equal the second time, or refused in a sentence with nothing made', async () => {
  const refused: string[] = []
  for (const [i, name] of files.entries()) {
    const dataDir = join(folder, `${i}`)
    mkdirSync(dataDir)
    const database = join(dataDir, 'broadsheet.db')
    const run = () =>
      importWordpress({
        files: [join(fixtures, name)],
        databaseUrl: `file:${database}`,
        dataDir,
        dryRun: false,
        overwriteEdited: false,
        now: new Date('2026-11-22T12:00:00Z'),
        progress: SILENT,
      })
    try {
      await run()
      const before = digestOf(database)
      await run()
      expect([name, digestOf(database)]).toEqual([name, before])
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error
      expect([name, isSentence(error.message), existsSync(database)]).toEqual([name, true, false])
      refused.push(name)
    }
  }
  console.log(`fixtures: ${files.length - refused.length} imported twice, refused: ${refused.join(', ')}`)
  expect(refused.sort()).toEqual(REFUSED)
})

test.each(REFUSED)(
  '%s: the command says one sentence, exits with 1 and leaves the database as it was',
  async (name) => {
    const dataDir = mkdtempSync(join(folder, 'refused-'))
    const good = await measuredImport(dataDir, join(fixtures, 'importer/small-export.xml'))
    expect([good.code, good.complaint]).toEqual([0, ''])
    const before = digestOf(join(dataDir, 'broadsheet.db'))
    const { code, said, complaint } = await measuredImport(dataDir, join(fixtures, name))
    expect([code, said, isSentence(complaint.trim())]).toEqual([1, '', true])
    expect(digestOf(join(dataDir, 'broadsheet.db'))).toEqual(before)
  },
)

/** One line without a stack. */
const isSentence = (text: string) => /^[^\n]+\.$/.test(text) && !/\bat \S+:\d+/.test(text)
