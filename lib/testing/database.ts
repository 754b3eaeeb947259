import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../database/migrator'
import type { Provider } from '../database/provider'
import { type Database, openDatabase } from '../db'
import { unfollowInvalidations } from '../invalidation'

/** A migrated, empty database that every test file copies: nearly free on SQLite, a template on PostgreSQL. */
export type DatabaseTemplate = { provider: Provider; url: string }

const serverUrl = () => process.env.TEST_POSTGRES_URL ?? ''
const newName = () => `broadsheet_test_${randomBytes(6).toString('hex')}`

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)
const fileOf = (url: string) => url.slice('file:'.length)
const newFolder = () => mkdtempSync(join(tmpdir(), 'broadsheet-test-'))

/** Makes an empty database that is not migrated; `remove` deletes it with all it holds. */
export async function emptyDatabase(provider: Provider): Promise<{ url: string; remove(): Promise<void> }> {
  if (provider === 'sqlite') {
    const folder = newFolder()
    return {
      url: `file:${join(folder, 'test.db')}`,
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const name = newName()
  await onServer(`CREATE DATABASE ${name}`)
  return { url: urlOf(name), remove: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

export async function makeTemplate(provider: Provider): Promise<DatabaseTemplate & { remove(): Promise<void> }> {
  const { url, remove } = await emptyDatabase(provider)
  await migrate(url)
  return { provider, url, remove }
}

/** A copy of the template, opened. `close` disconnects and deletes it. */
export async function copyOf(
  template: DatabaseTemplate,
): Promise<{ db: Database; url: string; close(): Promise<void> }> {
  let url: string
  let remove: () => Promise<void>
  if (template.provider === 'sqlite') {
    const folder = newFolder()
    const file = join(folder, 'test.db')
    copyFileSync(fileOf(template.url), file)
    url = `file:${file}`
    remove = async () => rmSync(folder, { recursive: true, force: true })
  } else {
    const name = newName()
    await onServer(`CREATE DATABASE ${name} TEMPLATE ${nameOf(template.url)}`)
    url = urlOf(name)
    remove = () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
  const db = await openDatabase(url)
  return {
    db,
    url,
    async close() {
      unfollowInvalidations(db)
      await db.$disconnect()
      await remove()
    },
  }
}
