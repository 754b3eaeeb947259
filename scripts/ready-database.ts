// What a start does before it serves, alone: for `npm run dev`, tests and benches.
import { MigrationError } from '@/lib/database/migrations'
import { EnvError, env } from '@/lib/env'
import { readyDatabase } from '@/server/ready-database'

try {
  await readyDatabase(env())
} catch (error) {
  if (!(error instanceof EnvError || error instanceof MigrationError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
