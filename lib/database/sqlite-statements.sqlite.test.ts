import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { keepingStatements } from './sqlite-statements'

const SELECT = 'SELECT * FROM t WHERE a >= ? ORDER BY a'

test('a statement that is kept is asked with other values, and after its table has changed', () => {
  const connection = new BetterSqlite3(':memory:')
  const client = keepingStatements(connection)
  client.exec('CREATE TABLE t (a INTEGER)')
  for (const a of [1, 2, 3]) expect(client.prepare('INSERT INTO t VALUES (?)').bind([a]).run().changes).toBe(1)
  const ask = (a: number) => client.prepare(SELECT).bind([a]).raw().all()
  expect([ask(2), ask(3), ask(4)]).toEqual([[[2], [3]], [[3]], []])
  client.exec('ALTER TABLE t ADD COLUMN b TEXT')
  const changed = client.prepare(SELECT).bind([3])
  expect(changed.raw().all()).toEqual([[3, null]])
  expect(changed.columns().map(({ name }) => name)).toEqual(['a', 'b'])
  client.close()
})

test('what is asked once is forgotten again', () => {
  const connection = new BetterSqlite3(':memory:')
  const client = keepingStatements(connection)
  for (let n = 0; n < 2_000; n++) expect(client.prepare(`SELECT ${n}`).bind([]).raw().all()).toEqual([[n]])
  client.close()
})
