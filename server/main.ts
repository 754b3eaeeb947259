import cluster from 'node:cluster'
import { MigrationError } from '@/lib/database/migrations'
import { EnvError, env } from '@/lib/env'
import { lead } from './lead'
import { readyDatabase } from './ready-database'
import { serve } from './serve'

async function main(): Promise<void> {
  const settings = env()
  if (cluster.isPrimary) await readyDatabase(settings)
  if (cluster.isPrimary && settings.webConcurrency > 1) lead(settings.webConcurrency)
  else await serve(settings)
}

main().catch((error: unknown) => {
  if (error instanceof EnvError || error instanceof MigrationError) console.error(error.message)
  else console.error(error)
  process.exit(1)
})
