// npm run import:wordpress -- FILE.xml[.gz] … [--dry-run] [--overwrite-edited]
// Brings the export of a WordPress site (Tools → Export) into the database. It may be ended and begun again. What was
// edited here since an earlier run stays as it is, and the report names it; --overwrite-edited takes the export's.
import { MigrationError } from '@/lib/database/migrations'
import { EnvError, env } from '@/lib/env'
import { StorageAway } from '@/lib/storage/storage'
import { importWordpress } from '@/lib/wordpress/import'
import { saveMemory } from '@/lib/wordpress/little-memory'
import { PrintedProgress } from '@/lib/wordpress/progress'
import { ImportRefusal } from '@/lib/wordpress/refusal'

const EXPECTED = [ImportRefusal, EnvError, MigrationError, StorageAway]
const OPTIONS = ['--dry-run', '--overwrite-edited']
const USAGE = 'npm run import:wordpress -- FILE.xml[.gz] … [--dry-run] [--overwrite-edited]'

async function main(args: string[]): Promise<void> {
  const files = args.filter((arg) => !arg.startsWith('-'))
  const unknown = args.find((arg) => arg.startsWith('-') && !OPTIONS.includes(arg))
  if (!files.length || unknown) throw new ImportRefusal(USAGE)
  const dryRun = args.includes('--dry-run')
  const overwriteEdited = args.includes('--overwrite-edited')
  const { databaseUrl, dataDir } = env()
  saveMemory()
  const began = performance.now()
  const progress = new PrintedProgress((text) => process.stdout.write(text), process.stdout.isTTY)
  const report = await importWordpress({
    ...{ files, databaseUrl, dataDir, dryRun, overwriteEdited, now: new Date(), progress },
  })
  for (const line of report.lines()) console.log(line)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`\n${dryRun ? 'Nothing was written (--dry-run).' : 'Done.'} ${seconds} s`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!EXPECTED.some((kind) => error instanceof kind)) throw error
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
