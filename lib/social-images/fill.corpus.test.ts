import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '@/lib/db'
import { transact, unfollowInvalidations } from '@/lib/invalidation'
import { cardOfPicture } from '@/lib/media/card-image'
import { parseImage, parseMissing } from '@/lib/media/image'
import { measuredImport } from '@/lib/testing/measured-import'
import { passingFolder } from '@/lib/testing/passing-folder'
import { fillSchema, fillSocialImages, finishFilling, lookThroughSocialImages } from './fill-mutations'
import { socialSelect, wantedOf } from './mutations'

// Every article of a real archive (CORPUS_DIR) has a picture for link cards in the end, and this is what they cost.

const LANGUAGE = (process.env.CORPUS_LANGUAGES ?? 'en').split(',').at(-1) ?? 'en'
const TIMEOUT_MS = 1_800_000

const dataDir = passingFolder('social')
vi.stubEnv('SECRET', 'the same in every trial of the social images')
let db: Database | undefined
afterAll(async () => {
  vi.unstubAllEnvs()
  if (!db) return
  unfollowInvalidations(db)
  await db.$disconnect()
})

test(
  `${LANGUAGE}: every article names a picture that is there`,
  async () => {
    const run = await measuredImport(
      dataDir,
      join(process.env.CORPUS_DIR ?? '', 'wordpress/exports', `${LANGUAGE}.xml.gz`),
    )
    expect([run.code, run.complaint]).toEqual([0, ''])
    db = await openDatabase(`file:${join(dataDir, 'broadsheet.db')}`)
    const site = db
    const began = performance.now()
    const took: number[] = []
    let paused = 0
    await lookThroughSocialImages(site, new Date())
    for (;;) {
      const jobs = await site.job.findMany({ where: { kind: { startsWith: 'socialImages.' }, finishedAt: null } })
      const [job] = jobs
      if (!job) break
      expect(jobs).toHaveLength(1)
      const filling = fillSchema.parse(job.payload)
      const start = performance.now()
      await fillSocialImages(site, filling, dataDir)
      await transact(site, async (tx) => {
        const now = new Date()
        await finishFilling(tx, filling, now, dataDir)
        await tx.job.update({ where: { id: job.id }, data: { finishedAt: now }, select: { id: true } })
        const next = await tx.job.findFirst({ where: { finishedAt: null, kind: job.kind }, select: { runAt: true } })
        paused += next ? next.runAt.getTime() - now.getTime() : 0
      })
      took.push(performance.now() - start)
    }
    const seconds = (performance.now() - began) / 1000

    const rows = await site.article.findMany({
      where: { status: 'PUBLISHED' },
      select: { ...socialSelect, path: true },
    })
    const drawn = rows.flatMap(({ socialImage }) => socialImage ?? [])
    const bytes = drawn.map((path) => statSync(join(dataDir, path)).size)
    const bare = rows.filter(({ leadImage, missingImages, socialImage }) => {
      const card = cardOfPicture(parseImage(leadImage), parseMissing(missingImages), new Set())
      return !socialImage && !card
    })
    took.sort((a, b) => a - b)
    const longest = (took.at(-1) ?? 0) / 1000
    const sum = bytes.reduce((all, one) => all + one, 0)
    console.log(
      `${LANGUAGE}: ${rows.length} articles and pages, ${drawn.length} drawn in ${seconds.toFixed(0)} s and ${took.length} goes` +
        ` (with pauses ${(seconds + paused / 1000).toFixed(0)} s; the longest ${longest.toFixed(1)} s), ` +
        `${(sum / 1e6).toFixed(1)} MB, ${(sum / 1e3 / bytes.length).toFixed(1)} kB each; ${bare.length} have the site’s square: ` +
        `${bare.slice(0, 5).map(({ path }) => path)}`,
    )
    expect(bytes.every((size) => size > 1_000)).toBe(true)
    // For whose headlines there are no letters: the site’s square stands there.
    expect(bare.filter((row) => wantedOf(row, 'Broadsheet') !== null)).toEqual([])
    expect(drawn.length).toBeGreaterThan(rows.length / 2)
  },
  TIMEOUT_MS,
)
