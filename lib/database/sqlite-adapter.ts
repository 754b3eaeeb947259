import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import type BetterSqlite3 from 'better-sqlite3'
import { Gate } from '@/lib/gate'
import { retryWhileBusy } from './busy'
import { keepingStatements } from './sqlite-statements'

/**
 * Prisma's better-sqlite3 adapter, made safe for several processes on one file (docs/decisions/001). As it comes it
 * begins transactions that cannot be upgraded once another process has written, keeps its lock when COMMIT fails
 * (prisma/orm#29933), lets statements of one request into another's open transaction, and waits for locks inside
 * SQLite, where nothing else of the process can run.
 */
export class HardenedSqlite implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName = 'broadsheet-sqlite'
  readonly #inner: PrismaBetterSqlite3

  /** `url`: "file:" and a path, or "file::memory:". */
  constructor(url: string) {
    // Times as whole milliseconds: 6 bytes in an index instead of 29, and they compare as numbers.
    this.#inner = new PrismaBetterSqlite3({ url, timeout: 0 }, { timestampFormat: 'unixepoch-ms' })
  }

  async connect(): Promise<SqlDriverAdapter> {
    const inner = await this.#inner.connect()
    // `client` is the connection the adapter was made with; its types hide it.
    const { client } = inner as unknown as { client: BetterSqlite3.Database }
    // Setting WAL takes a lock for a moment; a second process that starts meanwhile waits like any writer.
    await retryWhileBusy(async () => inner.executeScript('PRAGMA journal_mode = WAL'))
    client.pragma('synchronous = FULL')
    client.pragma('foreign_keys = ON')
    Object.assign(inner, { client: keepingStatements(client) })
    return new SharedConnection(inner, client)
  }
}

const readingOnly = new AsyncLocalStorage<true>()

/** Transactions begun inside `work` see one moment of the database and take no write lock; a write in one fails. */
export function readOnly<T>(work: () => Promise<T>): Promise<T> {
  return readingOnly.run(true, work)
}

class SharedConnection implements SqlDriverAdapter {
  readonly provider = 'sqlite'
  readonly adapterName = 'broadsheet-sqlite'
  /**
   * A transaction holds it from BEGIN to its end, a single statement for as long as it runs: on the one shared connection
   * nothing of one request may slip into another's open transaction (it would read what was never committed, or be rolled
   * back with it).
   */
  readonly #gate = new Gate()
  readonly #inner: SqlDriverAdapter
  readonly #client: BetterSqlite3.Database

  constructor(inner: SqlDriverAdapter, client: BetterSqlite3.Database) {
    this.#inner = inner
    this.#client = client
  }

  queryRaw(query: SqlQuery) {
    return this.#alone(() => this.#inner.queryRaw(query))
  }

  executeRaw(query: SqlQuery) {
    return this.#alone(() => this.#inner.executeRaw(query))
  }

  executeScript(script: string) {
    return this.#alone(() => this.#inner.executeScript(script))
  }

  async startTransaction(): Promise<Transaction> {
    const begin = readingOnly.getStore() ? 'BEGIN; PRAGMA query_only = ON' : 'BEGIN IMMEDIATE'
    const leave = await retryWhileBusy(async () => {
      const leaveGate = await this.#gate.enter()
      try {
        await this.#inner.executeScript(begin)
        return leaveGate
      } catch (error) {
        // Let the others read while this one waits for the lock.
        leaveGate()
        throw error
      }
    })
    return new OwnTransaction(this.#inner, this.#client, leave)
  }

  dispose() {
    return this.#inner.dispose()
  }

  /** Runs one statement when no transaction is open; a refused one gives way to the others and tries again. */
  #alone<T>(statement: () => Promise<T>): Promise<T> {
    return retryWhileBusy(async () => {
      const leave = await this.#gate.enter()
      try {
        return await statement()
      } finally {
        leave()
      }
    })
  }
}

class OwnTransaction implements Transaction {
  readonly provider = 'sqlite'
  readonly adapterName = 'broadsheet-sqlite'
  /** COMMIT and ROLLBACK are ours to send, so that the gate opens whatever comes of them. */
  readonly options = { usePhantomQuery: true }
  readonly #inner: SqlDriverAdapter
  readonly #client: BetterSqlite3.Database
  readonly #leave: () => void

  constructor(inner: SqlDriverAdapter, client: BetterSqlite3.Database, leave: () => void) {
    this.#inner = inner
    this.#client = client
    this.#leave = leave
  }

  queryRaw(query: SqlQuery) {
    return this.#inner.queryRaw(query)
  }

  executeRaw(query: SqlQuery) {
    return this.#inner.executeRaw(query)
  }

  async commit() {
    try {
      await this.#inner.executeScript('COMMIT')
    } finally {
      this.#end()
    }
  }

  async rollback() {
    this.#end()
  }

  createSavepoint(name: string) {
    return this.#inner.executeScript(`SAVEPOINT ${name}`)
  }

  rollbackToSavepoint(name: string) {
    return this.#inner.executeScript(`ROLLBACK TO ${name}`)
  }

  releaseSavepoint(name: string) {
    return this.#inner.executeScript(`RELEASE SAVEPOINT ${name}`)
  }

  /** SQLite ends a transaction by itself after some errors (disk full); then there is nothing to roll back. */
  #end() {
    try {
      if (this.#client.inTransaction) this.#client.exec('ROLLBACK')
      this.#client.exec('PRAGMA query_only = OFF')
    } finally {
      this.#leave()
    }
  }
}
