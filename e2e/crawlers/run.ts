// npm run test:crawlers [-- --all] [-- --export FILE]: what search engines, feed readers and other sites get, before their own
// judges: Nu's HTML checker, xmllint, feedparser, newsboat, rss-parser, Adobe's structured-data-validator, linkinator, and a
// crawler of ours that follows every link. A judge whose program is not here is left out; with --all that is a failure.
// --export: on a site that is made of a WordPress export instead of the demo newsroom.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measuredImport } from '@/lib/testing/measured-import'
import { nobodyDraws } from '@/lib/testing/nobody-draws'
import { startSite } from '@/lib/testing/site-process'
import { crawl } from './crawl'
import { feedJudges } from './feeds'
import { htmlJudge } from './html'
import { drawTable, hear } from './judge'
import { linkJudge } from './links'
import { pageJudges } from './pages'
import { sitemapJudge } from './sitemaps'
import { structuredJudges } from './structured'

const { values } = parseArgs({ options: { all: { type: 'boolean' }, export: { type: 'string' } } })
const exported = values.export
const began = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-crawlers-'))
const pagesFolder = join(folder, 'pages')
mkdirSync(pagesFolder)

const site = await start().catch((error: unknown) => {
  rmSync(folder, { recursive: true, force: true })
  throw error
})
try {
  const { url } = site
  const crawled = await crawl(url, pagesFolder)
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  console.log(`crawled: ${crawled.found.size} addresses from the front on (${seconds} s)`)
  const judged = { url, crawl: crawled, folder, isArchive: exported !== undefined }
  const judges = exported
    ? [...pageJudges, ...feedJudges, ...structuredJudges, sitemapJudge]
    : [htmlJudge, ...pageJudges, ...feedJudges, ...structuredJudges, sitemapJudge, linkJudge]
  const sentences = await hear(judges, judged)
  console.log(`\n${drawTable(sentences)}\n(${((performance.now() - began) / 1_000).toFixed(0)} s in all)`)
  const failed = sentences.some(({ faults, isMissing }) => faults.length > 0 || (isMissing && values.all))
  if (failed) process.exitCode = 1
} finally {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** The demo newsroom, or what comes of the export. */
async function start() {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  if (!exported) return startSite(dataDir)
  const { code, complaint, seconds } = await measuredImport(dataDir, exported)
  if (code !== 0) throw new Error(`the import ended with ${code}: ${complaint}`)
  console.log(`imported: ${exported} (${seconds.toFixed(1)} s)`)
  nobodyDraws(dataDir)
  return startSite(dataDir)
}
