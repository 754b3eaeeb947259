// npm run backup -- DIR
// Copies the site into a new folder while it runs: the database, the media, the secret, and a list of what they hold.
import { backUp } from '@/lib/backup/backup'
import { BackupError } from '@/lib/backup/manifest'
import { EnvError, env } from '@/lib/env'
import { StorageAway } from '@/lib/storage/storage'

const began = performance.now()

async function main([folder, ...rest]: string[]): Promise<void> {
  if (!folder || folder.startsWith('-') || rest.length) throw new BackupError('npm run backup -- DIR')
  const { files } = await backUp(env(), folder, new Date())
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  const seconds = (performance.now() - began) / 1000
  console.log(`${folder}: ${files.length} files, ${megabytes.toFixed(1)} MB (${seconds.toFixed(1)} s)`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof BackupError || error instanceof EnvError || error instanceof StorageAway)) throw error
  console.error(error.message)
  process.exitCode = 1
}
