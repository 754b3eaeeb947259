// npm run bench:editors [-- --lines 1000]
// Two editors type into one article at once, through the newsroom's own saves: into a draft, and into the working copy of a
// live article. Not one line that was acknowledged may be missing. On SQLite, and on PostgreSQL where TEST_POSTGRES_URL is
// set. Exit 1 where a line was lost.
import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '@/lib/db'
import { copyBody, copyEditor, draftEditor } from '@/lib/testing/editors'
import { ines, oda, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { lostLines, typeAtOnce } from '@/lib/testing/two-editors'
import { onEachDatabase } from './trial-databases'

const { values } = parseArgs({ options: { lines: { type: 'string' } } })
const lines = Number(values.lines ?? 1_000)

await onEachDatabase(async (name, db, url) => {
  const other = await openDatabase(url)
  for (const [what, trial] of Object.entries({ draft: typeDraft, 'working copy': typeCopy })) {
    const began = performance.now()
    const { lost, conflicts } = await trial(db, other)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    console.log(`${name}, ${what}: ${lines} lines, ${conflicts} conflicts, ${lost} lost (${seconds} s)`)
    if (lost) process.exitCode = 1
  }
  await other.$disconnect()
})

async function typeDraft(db: Database, other: Database) {
  const { id, version, content } = await writeDraft(db, new Date())
  const editors = [draftEditor(db, ines), draftEditor(other, oda)]
  const typed = await typeAtOnce(editors, { seen: { id, version }, content }, lines, 1)
  const { input } = await stored(db, id)
  return { lost: lostLines(typed.acknowledged, input.body).length, conflicts: typed.conflicts }
}

async function typeCopy(db: Database, other: Database) {
  const { id, version, content } = await writeLive(db, new Date())
  const editors = [copyEditor(db, ines), copyEditor(other, oda)]
  const typed = await typeAtOnce(editors, { seen: { id, version, copyVersion: null }, content }, lines, 2)
  return { lost: lostLines(typed.acknowledged, await copyBody(db, id)).length, conflicts: typed.conflicts }
}
