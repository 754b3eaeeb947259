// A process of its own for lib/database/sqlite-adapter.db.test.ts: takes the write lock, says so, keeps it for `ms`.
import BetterSqlite3 from 'better-sqlite3'

const [file = '', ms = '0'] = process.argv.slice(2)
const db = new BetterSqlite3(file)
db.exec('BEGIN IMMEDIATE')
process.stdout.write('locked\n')
setTimeout(() => {
  db.exec('COMMIT')
  db.close()
}, Number(ms))
