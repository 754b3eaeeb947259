import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ines } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { hostileUploads } from '@/lib/testing/uploads/hostile'
import { faultsOfKept } from '@/lib/testing/uploads/kept'
import { bases, MARK } from '@/lib/testing/uploads/material'
import { receiveUpload } from './receive'

const site = testDatabase()
/** Every so manieth of them; `npm run test:uploads` sends all of them to a whole site. */
const EACH = 8

async function* whole(bytes: Buffer) {
  yield bytes
}

test('of 200 hostile files every eighth is refused, or made anew without what was smuggled in it', {
  timeout: 240_000,
}, async () => {
  const dataDir = passingFolder('data')
  const all = await hostileUploads()
  expect(all).toHaveLength(200)
  const outcomes = new Map<string, number>()
  for (const { name, bytes } of all.filter((_, i) => i % EACH === 3)) {
    const answer = await receiveUpload(site.db, dataDir, { name, body: whole(bytes) }, ines)
    const outcome = answer.ok ? 'kept' : answer.reason
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expect(faultsOfKept(dataDir)).toEqual([])
  expect(readdirSync(join(dataDir, 'incoming'))).toEqual([])
  // Both happen: a rule that refused everything, or nothing, would not be tried here.
  expect(outcomes.get('kept')).toBeGreaterThan(4)
  expect(outcomes.get('otherType')).toBeGreaterThan(2)
  expect(outcomes.get('damaged')).toBeGreaterThan(1)
})

test('planted: a file that was kept as it came is found', async () => {
  const dataDir = passingFolder('data')
  const [jpeg] = await bases()
  const folder = join(dataDir, 'media', 'a'.repeat(32))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '240x160.jpg'), Buffer.concat([jpeg?.bytes ?? Buffer.alloc(0), Buffer.from(MARK)]))
  writeFileSync(join(folder, 'page.html'), '<script>')
  expect(existsSync(folder)).toBe(true)
  expect(
    faultsOfKept(dataDir)
      .map((fault) => fault.replace(/^\S+ /, ''))
      .sort(),
  ).toEqual(['has a strange name', 'holds what was smuggled', 'is no image'])
})
