// npm run import:wordpress -- FILE.xml[.gz] … [--dry-run]
// Brings the export of a WordPress site (Tools → Export) into the database. It may be ended and begun again.
import { MigrationError } from '@/lib/database/migrations'
import { EnvError, env } from '@/lib/env'
import { importWordpress } from '@/lib/wordpress/import'
import { saveMemory } from '@/lib/wordpress/little-memory'
import { PrintedProgress } from '@/lib/wordpress/progress'
import { ImportRefusal } from '@/lib/wordpress/refusal'

const USAGE = 'npm run import:wordpress -- FILE.xml[.gz] … [--dry-run]'

async function main(args: string[]): Promise<void> {
  const files = args.filter((arg) => !arg.startsWith('-'))
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--dry-run')
  if (!files.length || unknown) throw new ImportRefusal(USAGE)
  const dryRun = args.includes('--dry-run')
  const { databaseUrl, dataDir } = env()
  saveMemory()
  const began = performance.now()
  const progress = new PrintedProgress((text) => process.stdout.write(text), process.stdout.isTTY)
  const report = await importWordpress({ files, databaseUrl, dataDir, dryRun, now: new Date(), progress })
  for (const line of report.lines()) console.log(line)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`\n${dryRun ? 'Nothing was written (--dry-run).' : 'Done.'} ${seconds} s`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof ImportRefusal || error instanceof EnvError || error instanceof MigrationError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
