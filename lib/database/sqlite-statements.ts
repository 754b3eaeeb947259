import type BetterSqlite3 from 'better-sqlite3'

/** What Prisma's adapter asks of a connection. */
type Client = Pick<BetterSqlite3.Database, 'exec' | 'close'> & {
  prepare(sql: string): { bind(values: unknown): Bound }
}
type Bound = {
  readonly reader: boolean
  run(): BetterSqlite3.RunResult
  columns(): BetterSqlite3.ColumnDefinition[]
  raw(): { all(): unknown[] }
}

/** What pages and imports say again and again; lists of every length are each another one. */
const MOST_KEPT = 250
const LONGEST_KEPT = 8_000

/**
 * A connection whose statements are read by SQLite once, and not whenever they are asked: a twentieth of an import. Only
 * what is bound for the moment of asking changes. SQLite itself reads them anew where tables have changed.
 */
export function keepingStatements(client: BetterSqlite3.Database): Client {
  const kept = new Map<string, BetterSqlite3.Statement>()
  const prepare = (sql: string): BetterSqlite3.Statement => {
    const known = kept.get(sql)
    if (known) kept.delete(sql)
    const statement = known ?? client.prepare(sql)
    if (sql.length > LONGEST_KEPT) return statement
    kept.set(sql, statement)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    return statement
  }
  return {
    exec: (sql) => client.exec(sql),
    close: () => client.close(),
    prepare: (sql) => {
      const statement = prepare(sql)
      return {
        bind: (values) => ({
          reader: statement.reader,
          run: () => statement.run(values),
          columns: () => statement.columns(),
          raw: () => ({ all: () => statement.raw().all(values) }),
        }),
      }
    },
  }
}
