// npm run bench:weight [-- --lighthouse]
// What a reader's first view costs, by template: document, style sheet and script as brotli, and how many round trips that is
// on a new connection. With --lighthouse also its scores on a phone (fetched by npx; needs a network that has it): as it comes,
// and with the slowdown that makes a phone of this machine, which is what counts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { startSite } from '@/lib/testing/site-process'

/** Of an article with everything that its first view needs, without pictures. */
const ARTICLE_LIMIT = 14 * 1024
/** What a server may send before the first answer of the network (RFC 6928), doubled with each further one. */
const FIRST_WINDOW = 10 * 1460
const TEMPLATES: Record<string, string> = {
  front: '/',
  'article, 600 words, 20 comments': '/oyster-beds-reopen/',
  'article, 1,900 words, 20 comments': '/the-last-boat/',
  'Arabic article': encodeURI('/عبارة-منتصف-الليل/'),
  category: '/category/harbour/',
  author: '/author/maren-oldacre/',
  everything: '/all/',
  search: '/search/?q=ferry',
  'standing page': '/about/',
  'not found': '/nothing-here/',
}
const LIGHTHOUSE = 'lighthouse@12.8.2'
const MOMENTS = ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time']
const SCORED = ['/', '/the-last-boat/', '/all/']
/**
 * Lighthouse slows every machine four times, which makes a phone of the middle class (its benchmark index: 437) of the desktop
 * it was tuned on (1,750). A slower machine is slowed less: Lighthouse's docs/throttling.md, "Calibrating the CPU slowdown".
 */
const USUAL_SLOWDOWN = 4
const PHONE_INDEX = 437

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-weight-'))
const site = await startSite(dataDir)
const misses: string[] = []
try {
  console.log('\nbytes as brotli                         document   sheet  script     all  round trips')
  for (const [name, path] of Object.entries(TEMPLATES)) await weigh(name, path)
  if (process.argv.includes('--lighthouse')) for (const path of SCORED) score(path)
} finally {
  await site.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
if (misses.length) {
  console.error(`\nmissed\n${misses.map((miss) => `  ${miss}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nevery limit was kept')

async function weigh(name: string, path: string): Promise<void> {
  const html = await (await fetch(site.url + path)).text()
  const packed = async (pattern: RegExp) => {
    const address = pattern.exec(html)?.[1]
    return address ? brotli(Buffer.from(await (await fetch(site.url + address)).arrayBuffer())) : 0
  }
  const sizes = [
    brotli(Buffer.from(html)),
    await packed(/<link rel="stylesheet" href="([^"]+)"/),
    await packed(/<script src="([^"]+)"/),
  ]
  const all = sizes.reduce((sum, size) => sum + size, 0)
  // Two for the connection, one for the document, one more for what it names, and one for each window that is outgrown.
  const trips = 2 + windows(sizes[0] ?? 0) + windows(all - (sizes[0] ?? 0))
  console.log(
    `  ${name.padEnd(38)}${[...sizes, all].map((size) => String(size).padStart(8)).join('')}${String(trips).padStart(9)}`,
  )
  if (name.startsWith('article, 600') && all > ARTICLE_LIMIT)
    misses.push(`${name}: ${all} bytes, ${ARTICLE_LIMIT} is the limit`)
  if (/\/_next\/|self\.__next/.test(html)) misses.push(`${name}: something of the framework’s script is in it`)
}

/** As it is served once a page has been read a few times. */
function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes).length
}

function windows(bytes: number): number {
  let [sent, window, trips] = [0, FIRST_WINDOW, 0]
  while (sent < bytes) {
    sent += window
    window *= 2
    trips++
  }
  return trips
}

type Report = {
  categories: Record<string, { title: string; score: number }>
  audits: Record<string, { numericValue: number }>
  environment: { benchmarkIndex: number }
}

function score(path: string): void {
  const asItComes = lighthouse(path, USUAL_SLOWDOWN)
  if (!asItComes) return void misses.push(`${path}: Lighthouse did not run`)
  const index = asItComes.environment.benchmarkIndex
  tell(`${path} (as it comes, index ${Math.round(index)})`, asItComes)
  const slowdown = Math.min(USUAL_SLOWDOWN, Math.max(1, Number((index / PHONE_INDEX).toFixed(1))))
  // Lighthouse's own advice for a machine that others work on too: the median of several.
  const reports = [1, 2, 3].flatMap(() => lighthouse(path, slowdown) ?? [])
  const report = reports.toSorted((a, b) => speedOf(a) - speedOf(b))[Math.floor(reports.length / 2)]
  if (!report) return void misses.push(`${path}: Lighthouse did not run again`)
  const shift = tell(`${path} (slowed ${slowdown} times)`, report)
  for (const text of scoresOf(report)) if (!text.endsWith(' 100')) misses.push(`${path}: ${text}`)
  if (shift > 0) misses.push(`${path}: CLS ${shift}`)
}

function lighthouse(path: string, slowdown: number): Report | undefined {
  const out = join(dataDir, 'lighthouse.json')
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking'
  const args = ['--yes', LIGHTHOUSE, site.url + path, '--quiet', '--output=json', `--output-path=${out}`]
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' }
  const { status } = spawnSync(
    'npx',
    [...args, `--throttling.cpuSlowdownMultiplier=${slowdown}`, `--chrome-flags=${flags}`],
    { env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return status === 0 ? JSON.parse(readFileSync(out, 'utf8')) : undefined
}

function speedOf({ categories }: Report): number {
  return categories.performance?.score ?? 0
}

function scoresOf({ categories }: Report): string[] {
  return Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`)
}

/** Answers how far the page jumped. */
function tell(name: string, report: Report): number {
  const shift = report.audits['cumulative-layout-shift']?.numericValue ?? 0
  console.log(`  ${name.padEnd(46)}${scoresOf(report).join(', ')}, CLS ${shift}`)
  const moments = MOMENTS.map((name) => `${name} ${Math.round(report.audits[name]?.numericValue ?? 0)} ms`)
  console.log(`${' '.repeat(48)}${moments.join(', ')}`)
  return shift
}
