// npm run move:media -- --to s3|disk [--remove-old] [--at-once 4]
// Moves the files of the media library while the site runs, and compares every byte. It may be ended and begun again. The old
// copies stay, unless --remove-old is said and nothing was found wrong; each is compared once more before it goes. What could
// not be moved is listed in DATA_DIR/move-media.json. Ends with 0, with 2 where something was wrong, with 1 where it could not.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '@/lib/db'
import { EnvError, env } from '@/lib/env'
import { closeIncoming, openIncoming } from '@/lib/media/store'
import { DiskStorage } from '@/lib/storage/disk'
import { copyFiles, copyLate, type MoveReport, type MoveTask, removeCopied } from '@/lib/storage/move'
import { takeMoveLock } from '@/lib/storage/move-lock'
import { mediaDirOf, s3Storage } from '@/lib/storage/open'
import { beginMove, endMoveToDisk } from '@/lib/storage/setting-mutations'
import { STORAGE_PLACES, type StoragePlace } from '@/lib/storage/settings'
import { type Storage, StorageAway } from '@/lib/storage/storage'

const USAGE = 'npm run move:media -- --to s3|disk [--remove-old] [--at-once 1 to 32]'

/** By then every process has heard where new files go, and what was on its way to the old place has come. */
const SETTLED_MS = 5_000
const TOLD_EVERY = 100

class Refusal extends Error {}

type Options = { to: StoragePlace; removeOld: boolean; atOnce: number }

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        to: { type: 'string' },
        'remove-old': { type: 'boolean', default: false },
        'at-once': { type: 'string', default: '4' },
      },
    })
    const to = STORAGE_PLACES.find((place) => place === values.to)
    const atOnce = Number(values['at-once'])
    if (to && Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= 32)
      return { to, removeOld: values['remove-old'], atOnce }
  } catch {
    // Whatever it is that we do not know: this is what we do.
  }
  throw new Refusal(USAGE)
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args)
  const { s3, dataDir, databaseUrl } = env()
  if (!s3)
    throw new Refusal('S3 is not set: S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY say how.')
  const elsewhere = s3Storage(s3)
  await elsewhere.tryOut()
  const release = takeMoveLock(dataDir)
  if (!release) throw new Refusal('Files are being moved already, by another process.')
  const db = await openDatabase(databaseUrl)
  const folder = await openIncoming(dataDir)
  try {
    const disk = new DiskStorage(mediaDirOf(dataDir))
    const places = options.to === 's3' ? { from: disk, to: elsewhere } : { from: elsewhere, to: disk }
    return await move(db, options, {
      ...places,
      folder,
      mayReplace: options.to === 's3',
      atOnce: options.atOnce,
      progress,
    })
  } finally {
    await closeIncoming(folder)
    await db.$disconnect()
    release()
  }
}

async function move(db: Database, { to, removeOld }: Options, task: MoveTask): Promise<number> {
  const began = performance.now()
  await beginMove(db, to)
  console.log(`New files go to ${NAMES[to]} from now on. What was there before is being copied and compared.`)
  const copied = await copyFiles(task)
  await sleep(Math.max(0, SETTLED_MS - (performance.now() - began)))
  const late = await copyLate(task)
  const count = copied.copied + copied.alike + late.copied
  console.log(
    `${copied.copied + late.copied} copied, ${copied.alike} were there already: ${count} files and every byte of`,
  )
  console.log(`${megabytes(copied.bytes + late.bytes)} read back and compared.`)
  const faults = [...copied.faults, ...late.faults]
  const removed = removeOld && !faults.length ? await removeCopied(task) : null
  if (removed) console.log(`${removed.removed} old copies removed (${megabytes(removed.bytes)}).`)
  else if (!faults.length) console.log('The old copies are where they were; --remove-old removes them.')
  faults.push(...(removed?.faults ?? []))
  if (to === 'disk' && !faults.length) await endMoveToDisk(db, await isEmpty(task.from))
  await tell(faults)
  console.log(`Done. ${((performance.now() - began) / 1_000).toFixed(1)} s`)
  return faults.length ? 2 : 0
}

const NAMES: Record<StoragePlace, string> = { s3: 'S3', disk: 'the disk' }
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

function progress({ copied, alike, removed, bytes }: MoveReport): void {
  const done = copied + alike + removed
  if (done && done % TOLD_EVERY === 0) console.log(`${done} files, ${megabytes(bytes)}`)
}

async function isEmpty(storage: Storage): Promise<boolean> {
  for await (const _ of storage.list('')) return false
  return true
}

async function tell(faults: MoveReport['faults']): Promise<void> {
  const file = join(env().dataDir, 'move-media.json')
  await writeFile(file, `${JSON.stringify(faults, null, 2)}\n`)
  for (const why of new Set(faults.map((one) => one.why))) {
    const of = faults.filter((one) => one.why === why)
    console.error(`${of.length} files: ${why}. The first: ${of[0]?.path}`)
  }
  if (faults.length) console.error(`All of them are listed in ${file}. Their old copies are where they were.`)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Refusal || error instanceof EnvError || error instanceof StorageAway)) throw error
  const away = error instanceof StorageAway ? 'S3 is away: ' : ''
  console.error(`${away}${error.message}${away && '. Begun again, it goes on where it was.'}`)
  process.exitCode = 1
}
