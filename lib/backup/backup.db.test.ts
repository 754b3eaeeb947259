import { existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { createDraft } from '@/lib/articles/editing/draft-mutations'
import { verifyAuditLog } from '@/lib/audit/queries'
import { type Database, openDatabase } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { isUploadPath } from '@/lib/media/address'
import { receiveUpload } from '@/lib/media/receive'
import { addTags } from '@/lib/taxonomy/mutations'
import { copyOf, emptyDatabase } from '@/lib/testing/database'
import { dumpOf } from '@/lib/testing/dump'
import { ines, must, writeDraft, writeLive, writeScheduled } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { bases } from '@/lib/testing/uploads/material'
import { backUp, type Place } from './backup'
import { listFiles } from './files'
import { restore } from './restore'

const template = inject('template')
const { provider } = template
const noon = new Date('2026-11-23T12:00:00Z')
const removals: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const remove of removals) await remove()
})

/** A site of its own with articles, something of everything the newsroom keeps, and files. */
async function filledSite(): Promise<Place> {
  const copy = await copyOf(template)
  const dataDir = passingFolder('data')
  await fill(copy.db)
  const [image] = await bases()
  const body = (async function* () {
    yield image?.bytes ?? Buffer.alloc(0)
  })()
  must(await receiveUpload(copy.db, dataDir, { name: 'boat.jpg', body }, ines, () => noon))
  mkdirSync(join(dataDir, 'media/wp-content/uploads/2019'), { recursive: true })
  writeFileSync(join(dataDir, 'media/wp-content/uploads/2019/مرفأ.jpg'), Buffer.from([0, 1, 2, 255]))
  writeFileSync(join(dataDir, 'media/empty.txt'), '')
  writeFileSync(join(dataDir, 'secret'), 'a secret of sixteen', { mode: 0o600 })
  await copy.db.$disconnect()
  removals.push(copy.close)
  return { databaseUrl: copy.url, dataDir }
}

async function fill(db: Database): Promise<void> {
  await transact(db, async (tx) => {
    await addTags(tx, [{ slug: 'ferries', name: 'Ferries', description: '' }])
  })
  await writeDraft(db, noon, { headline: 'A draft', body: '<p>Ärger & “Quotes”; \\ and \u2028 and 🚢</p>' })
  const { id: articleId } = await writeLive(db, noon, { headline: 'A live one', kicker: '' })
  const said = { sentence: 'Words.', text: 'It is “one” word; 🚢', createdAt: noon, articleId }
  const { id: reportId } = await db.errorReport.create({ data: said, select: { id: true } })
  await db.errorReportSender.create({ data: { reportId, email: 'ned@askew.example', createdAt: noon } })
  await writeScheduled(db, noon, new Date('2026-12-01T00:00:00.001Z'))
}

async function emptySite(): Promise<Place> {
  const { url, remove } = await emptyDatabase(provider)
  removals.push(remove)
  return { databaseUrl: url, dataDir: passingFolder('data') }
}

async function rowsOf({ databaseUrl }: Place): Promise<string[]> {
  const db = await openDatabase(databaseUrl)
  try {
    return await dumpOf(db, provider)
  } finally {
    await db.$disconnect()
  }
}

async function filesOf({ dataDir }: Place): Promise<[string, string][]> {
  const paths = await listFiles(join(dataDir, 'media'))
  return paths.map((path) => [path, readFileSync(join(dataDir, 'media', path)).toString('hex')])
}

const freshFolder = () => join(passingFolder('backup'), 'nightly')

test('what was backed up is restored row for row and file for file, and can be written on', async () => {
  const site = await filledSite()
  const folder = freshFolder()
  await backUp(site, folder, noon)
  expect(statSync(folder).mode & 0o077).toBe(0)
  const other = await emptySite()
  const { keptAside } = await restore(other, folder, false, noon)
  expect(keptAside).toBeNull()
  const rows = await rowsOf(site)
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.map((row) => row.split(' ')[0])).toEqual(expect.arrayContaining(['ErrorReport', 'ErrorReportSender']))
  expect(await rowsOf(other)).toEqual(rows)
  expect(await filesOf(other)).toEqual(await filesOf(site))
  const paths = (await filesOf(other)).map(([path]) => path)
  expect(paths).toEqual(expect.arrayContaining(['empty.txt', 'wp-content/uploads/2019/مرفأ.jpg']))
  expect(paths.filter((path) => isUploadPath(`/media/${path}`))).toHaveLength(2)
  expect(readFileSync(join(other.dataDir, 'secret'), 'utf8')).toBe('a secret of sixteen')
  const db = await openDatabase(other.databaseUrl)
  expect(await verifyAuditLog(db)).toMatchObject({ count: 0, events: expect.any(Number) })
  must(await createDraft(db, { kind: 'ARTICLE' }, ines, noon))
  await db.$disconnect()
})

test('a backup is made while the site writes, and holds what was committed by then', async () => {
  const site = await filledSite()
  const db = await openDatabase(site.databaseUrl)
  let written = 0
  let ended = false
  const writing = (async () => {
    while (!ended) {
      await db.setting.create({ data: { key: `written ${written}`, value: { written } } })
      written++
      // SQLite answers before anything else gets its turn.
      await sleep(1)
    }
  })()
  const folder = freshFolder()
  let before = 0
  try {
    await expect.poll(() => written).toBeGreaterThan(3)
    before = written
    await backUp(site, folder, noon)
  } finally {
    ended = true
    await writing
    await db.$disconnect()
  }
  const other = await emptySite()
  await restore(other, folder, false, noon)
  const kept = (await rowsOf(other)).filter((line) => line.includes('written ')).length
  expect(kept).toBeGreaterThanOrEqual(before)
  expect(kept).toBeLessThanOrEqual(written)
})

test('a backup is never written over', async () => {
  const site = await filledSite()
  const folder = freshFolder()
  await backUp(site, folder, noon)
  await expect(backUp(site, folder, noon)).rejects.toThrow('is there already')
})

test('a site that is not empty is left alone, and with --replace is kept as a backup that can be restored', async () => {
  const site = await filledSite()
  const folder = freshFolder()
  await backUp(site, folder, noon)
  const other = await filledSite()
  writeFileSync(join(other.dataDir, 'media/only-here.txt'), 'kept')
  const [rows, files] = [await rowsOf(other), await filesOf(other)]
  await expect(restore(other, folder, false, noon)).rejects.toThrow('not empty')
  expect([await rowsOf(other), await filesOf(other)]).toEqual([rows, files])

  const { keptAside } = await restore(other, folder, true, noon)
  expect([await rowsOf(other), await filesOf(other)]).toEqual([await rowsOf(site), await filesOf(site)])
  await restore(other, keptAside ?? '', true, new Date(noon.getTime() + 1))
  expect([await rowsOf(other), await filesOf(other)]).toEqual([rows, files])
})

test('nothing is restored into a database that something has open', async () => {
  const site = await filledSite()
  const folder = freshFolder()
  await backUp(site, folder, noon)
  const db = await openDatabase(site.databaseUrl)
  await db.setting.count()
  await expect(restore(site, folder, true, noon)).rejects.toThrow('Stop the site first')
  await db.$disconnect()
  await restore(site, folder, true, new Date(noon.getTime() + 1))
})

test('planted: one byte less, or a file less, and nothing is changed', async () => {
  const site = await filledSite()
  const folder = freshFolder()
  const { files } = await backUp(site, folder, noon)
  const database = files.find(({ path }) => path.startsWith('database.')) ?? expect.fail()
  const other = await emptySite()
  truncateSync(join(folder, database.path), database.bytes - 1)
  await expect(restore(other, folder, false, noon)).rejects.toThrow(`${database.path} is not what was backed up`)
  const again = freshFolder()
  await backUp(site, again, noon)
  writeFileSync(join(again, 'media/empty.txt'), 'x')
  await expect(restore(other, again, false, noon)).rejects.toThrow('media/empty.txt is not what was backed up')
  expect(existsSync(join(other.dataDir, 'media'))).toBe(false)
  await expect(restore(other, join(again, 'media'), false, noon)).rejects.toThrow('There is no backup')
})

test('a backup of a newer program, or of the other database, is refused', async () => {
  const site = await filledSite()
  const folder = freshFolder()
  const manifest = await backUp(site, folder, noon)
  const other = await emptySite()
  const say = (over: object) => writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, ...over }))
  say({ migrations: [...manifest.migrations, '20990101000000_later'] })
  await expect(restore(other, folder, false, noon)).rejects.toThrow('made by a newer Broadsheet')
  const foreign = provider === 'sqlite' ? 'postgresql' : 'sqlite'
  const name = foreign === 'sqlite' ? 'database.db' : 'database.sql'
  writeFileSync(join(folder, name), '')
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  say({ provider: foreign, files: [{ path: name, bytes: 0, sha256: empty }] })
  await expect(restore(other, folder, false, noon)).rejects.toThrow(`a ${foreign} database`)
})
