import { Prisma } from '@/generated/sqlite/client'
import type { Tx } from '../db'
import { dialectOf } from './dialect'
import type { Provider } from './provider'

type Value = string | number | boolean | Date | object | null
export type Row = Record<string, Value>

/**
 * Adds rows to a table in one statement with one value: their JSON, which the database takes apart itself. Prisma's
 * createMany plans, copies and names every value of every row by itself: 4 to 8 times as long, half of an import's time.
 *
 * All rows have the same columns. What Prisma would fill in (`@updatedAt`, `now()`) is for the caller to give.
 */
export const insertRows = (tx: Tx, table: string, rows: readonly Row[]): Promise<void> =>
  insertOr(tx, table, rows, Prisma.empty)

/** The same, but of a row that is there already, as `key` says, the other columns become what they are here. */
export async function upsertRows(tx: Tx, table: string, key: string, rows: readonly Row[]): Promise<void> {
  const set = Object.keys(rows[0] ?? {}).flatMap((name) => (name === key ? [] : [`"${name}" = excluded."${name}"`]))
  const conflict = Prisma.raw(`ON CONFLICT ("${key}") DO UPDATE SET ${set.join(', ')}`)
  // In one order, so that two processes that do this at once do not wait for each other for ever.
  const sorted = rows.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1))
  await insertOr(tx, table, sorted, conflict)
}

/** Sets the other columns of the rows that `key` names, in one statement; none of them holds JSON. */
export async function updateRows(tx: Tx, table: string, key: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const isSqlite = dialectOf(tx) === 'sqlite'
  const json = JSON.stringify(rows.map((row) => plainRow(row, dialectOf(tx))))
  const value = (column: string) => (isSqlite ? `given.value ->> '$.${column}'` : `given."${column}"`)
  const set = Object.keys(first).flatMap((column) => (column === key ? [] : [`"${column}" = ${value(column)}`]))
  const from = isSqlite ? Prisma.sql`json_each(${json})` : populated(table, json)
  const head = Prisma.raw(`UPDATE "${table}" SET ${set.join(', ')}`)
  await tx.$executeRaw`${head} FROM ${from} AS given WHERE ${Prisma.raw(`"${table}"."${key}" = ${value(key)}`)}`
}

const populated = (table: string, json: string): Prisma.Sql =>
  Prisma.sql`json_populate_recordset(${Prisma.raw(`NULL::"${table}"`)}, ${json}::json)`

async function insertOr(tx: Tx, table: string, rows: readonly Row[], conflict: Prisma.Sql): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const dialect = dialectOf(tx)
  const json = JSON.stringify(rows.map((row) => plainRow(row, dialect)))
  const into = Prisma.raw(`"${table}" (${columns.map((column) => `"${column}"`).join(', ')})`)
  if (dialect === 'postgresql') {
    const own = Prisma.raw(columns.map((column) => `"${column}"`).join(', '))
    await tx.$executeRaw`INSERT INTO ${into} SELECT ${own} FROM ${populated(table, json)} ${conflict}`
    return
  }
  const isJson = (column: string) => rows.some((row) => isObject(row[column] ?? null))
  const values = columns.map((column) =>
    isJson(column) ? `nullif(value -> '$.${column}', 'null')` : `value ->> '$.${column}'`,
  )
  // Without the WHERE the parser takes ON for a join's (sqlite.org/lang_upsert.html).
  await tx.$executeRaw`INSERT INTO ${into} SELECT ${Prisma.raw(values.join(', '))} FROM json_each(${json}) WHERE true ${conflict}`
}

/** As each database reads it out of JSON: SQLite's times are milliseconds, PostgreSQL's are text. */
function plainRow(row: Row, dialect: Provider): Row {
  const plain: Row = {}
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof Date) plain[column] = dialect === 'sqlite' ? value.getTime() : value.toISOString()
    // Half a surrogate pair is no text that a database could hold.
    else plain[column] = typeof value === 'string' ? value.toWellFormed() : value
  }
  return plain
}

const isObject = (value: Value): boolean => typeof value === 'object' && value !== null && !(value instanceof Date)
