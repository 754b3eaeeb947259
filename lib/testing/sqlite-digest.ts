import { createHash } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'

/** What tells when and how often something was written, not what; and what was told to other processes. The newsroom's list is in the order of writing. */
const TIMES_OF_WRITING = new Set(['updatedAt', 'changedAt', 'version'])
const LEFT_OUT = /^(?:sqlite_|_|SearchDocument|Newsroom(?:Entry|Document)|Invalidation$)/

/**
 * How many rows each table has and a hash of all that is in them, in any order; of the search index every word at its
 * place. For databases too large for `dumpOf`. With `timeless` it does not matter when and how often a row was written.
 */
export function digestOf(file: string, { timeless = false } = {}): Record<string, string> {
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all()
    const names = tables.map(String).filter((name) => !LEFT_OUT.test(name))
    const digests = names.map((name) => [name, tableDigest(db, name, timeless)])
    return { ...Object.fromEntries(digests), SearchDocument: searchDigest(db) }
  } finally {
    db.close()
  }
}

function tableDigest(db: BetterSqlite3.Database, name: string, timeless: boolean): string {
  const lines: string[] = []
  for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).iterate()) {
    const columns = Object.entries(row).filter(([column]) => !timeless || !TIMES_OF_WRITING.has(column))
    lines.push(createHash('sha256').update(JSON.stringify(columns)).digest('base64'))
  }
  return `${lines.length} rows ${createHash('sha256').update(lines.sort().join()).digest('base64url')}`
}

function searchDigest(db: BetterSqlite3.Database): string {
  db.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'SearchDocument', 'instance')`)
  const hash = createHash('sha256')
  let words = 0
  // Comes in the order of words, articles, places.
  for (const row of db.prepare('SELECT term, doc, col, "offset" FROM temp.words').raw().iterate()) {
    hash.update(`${row}\n`)
    words++
  }
  return `${words} words ${hash.digest('base64url')}`
}
