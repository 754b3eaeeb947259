// npm run restore -- DIR [--replace]
// Brings the site back to what a backup holds, which is read through first. The site must not be running.
import { parseArgs } from 'node:util'
import { BackupError } from '@/lib/backup/manifest'
import { restore } from '@/lib/backup/restore'
import { EnvError, env } from '@/lib/env'
import { StorageAway } from '@/lib/storage/storage'

const USAGE = 'npm run restore -- DIR [--replace]'

async function main(args: string[]): Promise<void> {
  const { folder, replace } = readArguments(args)
  const { manifest, keptAside, wasElsewhere } = await restore(env(), folder, replace, new Date())
  if (keptAside) console.log(`What was there is kept in ${keptAside}.`)
  if (wasElsewhere) console.log('Its files are on the disk; npm run move:media -- --to s3 moves them again.')
  console.log(`The site is what it was at ${manifest.createdAt}: ${manifest.files.length} files. npm start serves it.`)
}

function readArguments(args: string[]): { folder: string; replace: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { replace: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [folder, ...rest] = positionals
    if (folder && !rest.length) return { folder, replace: values.replace }
  } catch {
    // Whatever it is that we do not know: this is what we do.
  }
  throw new BackupError(USAGE)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof BackupError || error instanceof EnvError || error instanceof StorageAway)) throw error
  console.error(error.message)
  process.exitCode = 1
}
