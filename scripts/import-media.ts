// npm run import:media -- [--at-once 4] [--most-mb 50]
// Fetches the files of imported sites that are not here yet from where they were. It may be ended and begun again: what has
// come is not asked for a second time. What did not come is listed in DATA_DIR/import-media.json.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { database } from '@/lib/db'
import { EnvError, env } from '@/lib/env'
import { OUTSIDE } from '@/lib/http/fetch-outside'
import { FETCH_OPTIONS, fetchFiles } from '@/lib/media/fetch-files'
import { StorageAway } from '@/lib/storage/storage'

const USAGE = 'npm run import:media -- [--at-once 1 to 16] [--most-mb 1 to 500]'

class Refusal extends Error {}

function readOptions(args: string[]) {
  const options = { ...FETCH_OPTIONS }
  for (let at = 0; at < args.length; at += 2) {
    const value = Number(args[at + 1])
    const most = { '--at-once': 16, '--most-mb': 500 }[args[at] ?? '']
    if (most === undefined || !Number.isInteger(value) || value < 1 || value > most) throw new Refusal(USAGE)
    if (args[at] === '--at-once') options.atOnce = value
    else options.bytes = value * 1_000_000
  }
  return options
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  const { dataDir } = env()
  const db = await database()
  const began = performance.now()
  const say = (done: number) => {
    if (done % 100 === 0) console.log(`${done} looked at`)
  }
  const { fetched, bytes, found, articles, missed } = await fetchFiles(db, dataDir, OUTSIDE, options, say)
  const file = join(dataDir, 'import-media.json')
  await writeFile(file, `${JSON.stringify(missed, null, 2)}\n`)
  console.log(`${fetched} fetched (${(bytes / 1e6).toFixed(1)} MB), ${found} were here already.`)
  console.log(`${articles} articles show pictures that they did not show before.`)
  for (const why of new Set(missed.map((one) => one.why))) {
    const files = missed.filter((one) => one.why === why)
    console.log(`${files.length} did not come: ${why}. The first: ${files[0]?.url}`)
  }
  if (missed.length) console.log(`All of them are listed in ${file}.`)
  console.log(`Done. ${((performance.now() - began) / 1000).toFixed(1)} s`)
  await db.$disconnect()
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal || error instanceof EnvError || error instanceof StorageAway)) throw error
  console.error(error.message)
  process.exitCode = 1
}
