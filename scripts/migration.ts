// What `prisma migrate dev --create-only` and `migrate diff` do, for both providers, with the schema engine from the
// registry instead of the binary that Prisma's command line downloads.
//
//   npm run migration -- NAME      writes prisma/migrations/<provider>/<stamp>_NAME/migration.sql where the models differ
//   npm run migration -- --check   exit 2 where the models and the migrations differ
//
// PostgreSQL's part needs a server that may create databases: TEST_POSTGRES_URL.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import type { Provider } from '@/lib/database/provider'

const MODELS = 'prisma/schema.prisma'
// Written in each dialect's own SQL (lib/search); the engine must neither see nor drop them.
const SEARCH_TABLES = ['Search', 'Newsroom'].flatMap((index) =>
  ['Document', 'Document_data', 'Document_idx', 'Document_docsize', 'Document_config', 'Entry'].map(
    (part) => `${index}${part}`,
  ),
)

async function loadEngine() {
  const require = createRequire(import.meta.url)
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const imports = { './schema_engine_bg.js': glue } as unknown as WebAssembly.Imports
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports)
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start()
}

function shadowFactory(provider: Provider, postgresUrl: string): SqlMigrationAwareDriverAdapterFactory {
  if (provider === 'postgresql') return postgresqlShadows(postgresUrl)
  const factory = new PrismaBetterSqlite3({ url: ':memory:' })
  const connect = factory.connectToShadowDb.bind(factory)
  factory.connectToShadowDb = async () => runsScripts(await connect())
  return factory
}

/** The engine sends a whole migration to executeRaw; the drivers take one statement there. */
function runsScripts<T extends SqlDriverAdapter>(shadow: T): T {
  const executeRaw = shadow.executeRaw.bind(shadow)
  shadow.executeRaw = async (query) => {
    if (query.args.length) return executeRaw(query)
    await shadow.executeScript(query.sql)
    return 0
  }
  return shadow
}

/**
 * The adapter's own way to a shadow database fails three times (7.10): a connection string wins over the name it makes,
 * it drops the database before it has left it, and it does not know the catalogue's type "char".
 */
function postgresqlShadows(url: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(url)
  factory.connectToShadowDb = async () => {
    const name = `broadsheet_shadow_${randomUUID().replaceAll('-', '')}`
    const server = new pg.Client({ connectionString: url })
    await server.connect()
    await server.query(`CREATE DATABASE ${name}`)
    const shadowUrl = new URL(url)
    shadowUrl.pathname = `/${name}`
    const pool = new pg.Pool({ connectionString: shadowUrl.href })
    nameCharColumns(pool)
    const shadow = runsScripts(await new PrismaPg(pool).connect())
    // The adapter parts a script at every semicolon, also at those in comments and in a function's body.
    shadow.executeScript = async (script) => {
      await pool.query(script)
    }
    shadow.dispose = async () => {
      await pool.end()
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await server.end()
    }
    return shadow
  }
  return factory
}

/** "char" (18) as varchar (1043): text either way. */
function nameCharColumns(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args)
    for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1043
    return result
  }) as unknown as typeof pool.query
}

async function readMigrations(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const content = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null)
  return {
    baseDir: resolve(baseDir),
    lockfile: { path: 'migration_lock.toml', content },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}

/** SQL that leads from the migrations to the models; empty where they agree. */
async function differences(provider: Provider, postgresUrl: string): Promise<string> {
  const models = (await readFile(MODELS, 'utf8')).replace('provider = "sqlite"', `provider = "${provider}"`)
  const factory = bindMigrationAwareSqlAdapterFactory(shadowFactory(provider, postgresUrl))
  const ignoreLog = () => undefined
  const engine = await glue.SchemaEngine.new({ datamodels: [[MODELS, models]] }, ignoreLog, factory)
  const migrations = await readMigrations(`prisma/migrations/${provider}`)
  const { stdout } = await engine.diff({
    from: migrations.migrationDirectories.length ? { tag: 'migrations', ...migrations } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: MODELS, content: models }] },
    script: true,
    exitCode: null,
    filters: {
      externalTables: SEARCH_TABLES.map((name) => (provider === 'sqlite' ? name : `public.${name}`)),
      externalEnums: [],
    },
  })
  engine.free()
  const sql = (stdout ?? '').trim()
  return sql === '-- This is an empty migration.' ? '' : sql
}

async function write(provider: Provider, name: string, stamp: string, sql: string) {
  const dir = `prisma/migrations/${provider}/${stamp}_${name}`
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'migration.sql'), `${sql}\n`)
  const lock = `# Please do not edit this file manually\nprovider = "${provider}"\n`
  await writeFile(`prisma/migrations/${provider}/migration_lock.toml`, lock)
  console.log(`${provider}: wrote ${dir}/migration.sql`)
}

const [argument] = process.argv.slice(2)
if (!argument) {
  console.error('npm run migration -- NAME | --check')
  process.exit(1)
}
const checking = argument === '--check'
const postgresUrl = process.env.TEST_POSTGRES_URL ?? ''
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
await loadEngine()
for (const provider of ['sqlite', 'postgresql'] as const) {
  if (provider === 'postgresql' && !postgresUrl) {
    console.log('postgresql: not run (TEST_POSTGRES_URL is not set)')
    continue
  }
  const sql = await differences(provider, postgresUrl)
  if (!sql) console.log(`${provider}: models and migrations agree`)
  else if (!checking) await write(provider, argument, stamp, sql)
  else {
    console.error(`${provider}: the models differ from the migrations by\n${sql}`)
    process.exitCode = 2
  }
}
