import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { toDisk } from './files'
import { BackupError } from './manifest'

/** Writes the database as it is at one moment, as the SQL that makes it anew. */
export async function dumpPostgresql(databaseUrl: string, to: string): Promise<void> {
  // What today's readers are known by has no place in a file that is kept (docs/decisions/025).
  const without = ['--exclude-table-data', 'public."ReaderSalt"']
  await runTool('pg_dump', databaseUrl, ['--no-owner', '--no-privileges', ...without, '--file', to])
  await toDisk(to)
}

/** Names of the tables that have rows. */
export async function postgresqlTablesInUse(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const inUse: string[] = []
    for (const { name } of rows) {
      const { rowCount } = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)
      if (rowCount) inUse.push(name)
    }
    return inUse
  } finally {
    await client.end()
  }
}

/** Replaces all that is there by what a dump holds, in one transaction: wholly or not at all. */
export async function loadPostgresql(from: string, databaseUrl: string): Promise<void> {
  await refuseWhileInUse(databaseUrl)
  const script = ['--command', 'DROP SCHEMA public CASCADE; CREATE SCHEMA public', '--file', from]
  await runTool('psql', databaseUrl, [
    '--no-psqlrc',
    '--quiet',
    '--single-transaction',
    '-v',
    'ON_ERROR_STOP=1',
    ...script,
  ])
}

async function refuseWhileInUse(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND backend_type = 'client backend'`,
    )
    if (rowCount) throw new BackupError('Something is connected to this database. Stop the site first.')
  } finally {
    await client.end()
  }
}

/** Runs one of PostgreSQL's own programs; the password goes by its environment, where no list of processes shows it. */
async function runTool(tool: string, databaseUrl: string, args: string[]): Promise<void> {
  const url = new URL(databaseUrl)
  const PGPASSWORD = decodeURIComponent(url.password)
  url.password = ''
  const child = spawn(tool, ['--dbname', url.href, ...args], {
    env: { ...process.env, ...(PGPASSWORD && { PGPASSWORD }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const [code] = await once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new BackupError(`${tool} is not here. It comes with PostgreSQL's client (Debian: postgresql-client).`)
  })
  if (code !== 0) throw new BackupError(`${tool} failed: ${complaint.trim()}`)
}
