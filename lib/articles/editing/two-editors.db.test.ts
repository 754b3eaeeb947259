import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/db'
import { carelessEditor, copyBody, copyEditor, draftEditor } from '@/lib/testing/editors'
import { ines, oda, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { lostLines, typeAtOnce } from '@/lib/testing/two-editors'

// The whole number of 1,000 is tried by bench/editors.ts.
const LINES = 24
const LIMIT_MS = 240_000

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')

async function withSecondClient<T>(work: (other: typeof site.db) => Promise<T>): Promise<T> {
  const other = await openDatabase(site.url)
  try {
    return await work(other)
  } finally {
    await other.$disconnect()
  }
}

test(
  'two editors type into one draft at once: no line that was acknowledged is lost',
  async () => {
    await withSecondClient(async (other) => {
      const { id, version, content } = await writeDraft(site.db, now)
      const editors = [draftEditor(site.db, ines), draftEditor(other, oda)]
      const typed = await typeAtOnce(editors, { seen: { id, version }, content }, LINES, 1)
      expect(typed.conflicts).toBeGreaterThan(0)
      expect(lostLines(typed.acknowledged, (await stored(site.db, id)).input.body)).toEqual([])
    })
  },
  LIMIT_MS,
)

test(
  'two editors change one live article at once: no line is lost, and readers see none of them',
  async () => {
    await withSecondClient(async (other) => {
      const { id, version, content } = await writeLive(site.db, now)
      const editors = [copyEditor(site.db, ines), copyEditor(other, oda)]
      const typed = await typeAtOnce(editors, { seen: { id, version, copyVersion: null }, content }, LINES, 2)
      expect(typed.conflicts).toBeGreaterThan(0)
      expect(lostLines(typed.acknowledged, await copyBody(site.db, id))).toEqual([])
      expect((await stored(site.db, id)).input.body).toBe(content.body)
    })
  },
  LIMIT_MS,
)

test(
  'planted: where editors do not say what they saw, lines are lost and this finds them',
  async () => {
    await withSecondClient(async (other) => {
      const { id, version, content } = await writeDraft(site.db, now)
      const editors = [carelessEditor(site.db, ines), carelessEditor(other, oda)]
      const typed = await typeAtOnce(editors, { seen: { id, version }, content }, 12, 3)
      expect(lostLines(typed.acknowledged, (await stored(site.db, id)).input.body).length).toBeGreaterThan(0)
    })
  },
  LIMIT_MS,
)
