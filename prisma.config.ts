import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'prisma/config'

// `generate` and `validate` use no schema engine, but the command line would download one first: any executable
// file satisfies it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

// One schema, two providers: PostgreSQL's copy is derived here and never edited.
const url = process.env.DATABASE_URL ?? 'file:./data/broadsheet.db'
const provider = /^postgres(ql)?:/.test(url) ? 'postgresql' : 'sqlite'
let schema = 'prisma/schema.prisma'
if (provider === 'postgresql') {
  const text = readFileSync(schema, 'utf8')
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../generated/sqlite"', '"../postgresql"')
  mkdirSync('generated/schema', { recursive: true })
  schema = 'generated/schema/postgresql.prisma'
  writeFileSync(schema, text)
}

export default defineConfig({
  schema,
  migrations: { path: `prisma/migrations/${provider}` },
  datasource: { url },
})
