// npm run test:fuzz [-- --requests 20000 --seed 1 --first 0]: invented requests against a site of its own. It must answer
// each without a fault of its own, show nothing of its insides, stay the process it was, and write down no failure.
// Request N of a seed is always the same: --first N --requests 1 sends it alone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startSite } from '@/lib/testing/site-process'
import { checkSight } from './control'
import { exchange } from './exchange'
import { faultsOf } from './faults'
import { invent, type Known } from './invented'

const AT_ONCE = 16
const SHOWN = 20
const EVERY = 5_000
const FORM = '/the-last-boat/'
const PAGES = ['/', FORM, '/all/', '/category/harbour/ferries/', '/tag/ferries/', '/author/maren-oldacre/', '/search/']
const OTHERS = ['/feed/', '/corrections/', '/about/', '/healthz', '/readyz', '/inside-the-cannery/2/', '/2026/02/30/']
const FILES = ['/icon.svg', '/speculation-rules.json', '/wp-content/uploads/2019/03/boat.jpg', '/_next/static/x.js']
const ARABIC = encodeURI('/عبارة-منتصف-الليل/')

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { requests: option, seed: option, first: option } })
const requests = Number(values.requests ?? 20_000)
const seed = Number(values.seed ?? 1)
const first = Number(values.first ?? 0)

checkSight()
const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-fuzz-'))
const { url, pid = 0, stop } = await startSite(dataDir, { CLIENT_ADDRESS_HEADER: 'x-forwarded-for' })
const port = Number(new URL(url).port)
const statuses = new Map<number, number>()
let faulty = 0

try {
  const known = await look()
  let next = first
  const send = async () => {
    while (next < first + requests) {
      const number = next++
      await tryOne(number, known)
      if ((number - first + 1) % EVERY === 0) console.log(`${number - first + 1} requests, ${memoryMb()} MB`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, send))
  report()
} finally {
  if (isAlive()) await stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function look(): Promise<Known> {
  const html = await (await fetch(url + FORM)).text()
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g)
  const hidden = Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
  const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  return { host: `localhost:${port}`, paths: [...PAGES, ...OTHERS, ...FILES, ...assets, ARABIC], hidden }
}

async function tryOne(number: number, known: Known): Promise<void> {
  const invented = invent(seed, number, known)
  const answer = await exchange(port, invented)
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  const faults = faultsOf(invented, answer)
  if (faults.length && faulty++ < SHOWN) {
    console.log(`request ${number}: ${faults.join(', ')}`)
    console.log(JSON.stringify(invented.bytes.toString('latin1').slice(0, 800)))
  }
}

function report(): void {
  const log = readFileSync(join(dataDir, 'server.log'), 'utf8').split('\n')
  // 50 and above: errors.
  const written = log.filter((line) => /^\{"level":[56]0/.test(line))
  for (const line of written.slice(0, SHOWN)) console.log(line.slice(0, 1_500))
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status || 'closed'}: ${count}`)
  console.log(counts.join(', '))
  console.log(`${requests} requests of seed ${seed}: ${faulty} with a fault, ${written.length} failures written down`)
  if (faulty || written.length || !isAlive()) process.exitCode = 1
}

function isAlive(): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    console.log('the site has ended')
    return false
  }
}

function memoryMb(): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
