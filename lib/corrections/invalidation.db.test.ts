import { beforeAll, expect, test } from 'vitest'
import { ALL } from '@/lib/archives/keys'
import { getArchivePage } from '@/lib/archives/queries'
import { publish, withdraw } from '@/lib/articles/editing/publish-mutations'
import { getArticle } from '@/lib/articles/queries'
import { getCorrectionsFeed } from '@/lib/feeds/corrections-queries'
import { getFront } from '@/lib/front/queries'
import { findReportable } from '@/lib/reports/queries'
import { getSiteFacts } from '@/lib/site/facts'
import { droppedAndChanged, type Pages } from '@/lib/testing/dropped-pages'
import { ines, must, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { addCorrection, type CorrectionResult, changeCorrection, removeCorrection } from './mutations'
import { countCorrections, listCorrections } from './queries'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const note = { kind: 'CORRECTION', text: 'It was two crowns.' } as const
const seen = { id: 0, version: 0 }
const other = { id: 0, path: '' }

beforeAll(async () => {
  Object.assign(seen, await writeLive(site.db, noon, { headline: 'The fare', slug: 'fare' }))
  Object.assign(other, await writeLive(site.db, noon, { headline: 'The tide', slug: 'tide' }))
})

const PAGES: Pages = {
  article: async (db) => getArticle(db, '/fare/', await getSiteFacts(db), later(99)),
  'another article': async (db) => getArticle(db, '/tide/', await getSiteFacts(db), later(99)),
  log: async (db) => [await countCorrections(db), await listCorrections(db, 50)],
  feed: async (db) => getCorrectionsFeed(db, await getSiteFacts(db), 'http://localhost'),
  front: async (db) => getFront(db, await getSiteFacts(db), later(99)),
  all: async (db) => getArchivePage(db, ALL, 1, await getSiteFacts(db), later(99)),
  'the form about it': (db) => findReportable(db, seen.id),
  'the form about another': (db) => findReportable(db, other.id),
}
const TOLD = ['article', 'log', 'feed', 'front']

/** What says something else after a change was dropped; and what has nothing to do with the article was not. */
async function exactly(change: () => Promise<CorrectionResult>): Promise<string[]> {
  const { dropped, changed } = await droppedAndChanged(site.db, PAGES, async () => {
    seen.version = must(await change()).version
  })
  expect(dropped).toEqual(expect.arrayContaining(changed))
  expect(dropped).not.toContain('another article')
  expect(dropped).not.toContain('the form about another')
  return changed
}

test('what is put right is told at once wherever corrections stand', async () => {
  expect(await exactly(() => addCorrection(site.db, { ...seen, note, reportId: null }, ines, later(1)))).toEqual(TOLD)
})

const correctionId = async () => (await site.db.correction.findFirstOrThrow({ select: { id: true } })).id

test('worded anew it is told anew', async () => {
  const worded = { ...seen, correctionId: await correctionId(), note: { ...note, text: 'It was three.' } }
  expect(await exactly(() => changeCorrection(site.db, worded, ines, later(2)))).toEqual(TOLD)
})

test('with the article it leaves every list, and comes back with it', async () => {
  const gone = [...TOLD, 'all', 'the form about it']
  expect(await exactly(() => withdraw(site.db, { ...seen, notice: 'Gone.' }, ines, later(3)))).toEqual(gone)
  expect(await exactly(() => publish(site.db, seen, ines, later(4)))).toEqual(gone)
})

test('taken off it is told nowhere', async () => {
  const removed = { ...seen, correctionId: await correctionId() }
  expect(await exactly(() => removeCorrection(site.db, removed, ines, later(5)))).toEqual(TOLD)
})

test('a report changes and drops nothing: no reader sees it', async () => {
  const data = { articleId: seen.id, sentence: 'Two crowns.', text: 'Three.', createdAt: noon }
  const outcome = await droppedAndChanged(site.db, PAGES, () => site.db.errorReport.create({ data }))
  expect(outcome).toEqual({ dropped: [], changed: [] })
})
