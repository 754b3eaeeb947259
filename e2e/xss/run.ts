// npm run test:xss: every string of hostile/xss.txt (CORPUS_DIR) as comment, name, website, search and imported body, in
// Chromium without the help of any policy. Nothing may run. A control prints the same strings raw and must see 500 run.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { type CommentInput, insertComments } from '@/lib/comments/mutations'
import { parseReply } from '@/lib/comments/reply'
import { openDatabase } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { escapeHtml } from '@/lib/markup/escape'
import { addArticles, articleInput } from '@/lib/testing/articles'
import { convertBody } from '@/lib/wordpress/text/body'
import { startJourneysSite } from '../start-sites'
import { touchEverything, watch } from './watch'

const ON_A_PAGE = 100
const FRAMES_AT_ONCE = 25
const CONTROL_LEAST = 500
const LONGEST_SEARCH = 200
const TABS = 3
const LONGEST_MS = 10_000

const file = join(process.env.CORPUS_DIR ?? '', 'hostile/xss.txt')
const strings = readFileSync(file, 'utf8').split('\n').filter(Boolean)
const began = performance.now()
const say = (text: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`)

const { url, dataDir, stop } = await startJourneysSite()
process.once('uncaughtException', async (error) => {
  console.error(error)
  await stop()
  process.exit(1)
})
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const executablePath = process.env.CHROMIUM_PATH
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: [
    ...asRoot,
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-popup-blocking',
  ],
})
let failed = false
try {
  const control = await runControl(browser)
  say(`control: ${control} strings ran when printed raw (at least ${CONTROL_LEAST})`)
  if (control < CONTROL_LEAST) failed = true
  const paths = await plant()
  say(`planted in ${paths.length} articles: bodies, comments, names, websites`)
  await inspect('bodies and comments', url, paths)
  const searches = packed(strings, LONGEST_SEARCH).map(
    (text) => `/search/?q=${encodeURIComponent(text.toWellFormed())}`,
  )
  await inspect('search', url, searches, true)
} finally {
  await browser.close()
  await stop()
}
say(failed ? 'FAILED' : 'nothing ran')
process.exitCode = failed ? 1 : 0

/** Several short ones in a row, as long as the site reads a search: a page each would take three times as long. */
function packed(texts: readonly string[], longest: number): string[] {
  const rows: string[] = []
  for (const text of texts) {
    const last = rows.at(-1)
    if (last !== undefined && last.length + 1 + text.length <= longest) rows[rows.length - 1] = `${last} ${text}`
    else rows.push(text)
  }
  return rows
}

/** How many of the strings run in a page that prints them as they are, each in a frame of its own. */
async function runControl(inBrowser: Browser): Promise<number> {
  const server = createServer((req, res) => {
    const from = Number(new URL(req.url ?? '/', 'http://localhost').searchParams.get('from'))
    const frames = strings
      .slice(from, from + ON_A_PAGE)
      .map((text, i) => `<iframe name="string-${from + i}" srcdoc="${escapeHtml(text)}"></iframe>`)
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.end(`<!DOCTYPE html><title>control</title>${frames.join('')}`)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const own = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const context = await inBrowser.newContext({ bypassCSP: true })
  const { ran } = await watch(context, own)
  const urls = Array.from({ length: Math.ceil(strings.length / ON_A_PAGE) }, (_, i) => `${own}/?from=${i * ON_A_PAGE}`)
  const seen = () => new Set([...ran].map((sighting) => /^string-\d+/.exec(sighting)?.[0])).size
  for (let i = 0; i < urls.length && seen() < CONTROL_LEAST; i += TABS) await visitAll(context, urls.slice(i, i + TABS))
  await within(LONGEST_MS, context.close())
  server.closeAllConnections()
  server.close()
  return seen()
}

/** Some strings keep a page busy for ever. */
function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, ms))])
}

/** Visits each address in one of a few tabs, touches everything there, and gives late handlers a moment. */
async function visitAll(context: BrowserContext, urls: string[]): Promise<void> {
  const queue = [...urls]
  const tab = async () => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const page = await context.newPage()
      await page.goto(url, { waitUntil: 'load', timeout: LONGEST_MS }).catch(() => undefined)
      await within(LONGEST_MS, touchEverything(page))
      await within(LONGEST_MS, page.close())
    }
  }
  await Promise.all(Array.from({ length: TABS }, tab))
}

async function inspect(what: string, base: string, paths: string[], framed = false): Promise<void> {
  const context = await browser.newContext({ bypassCSP: true })
  const { ran, asked } = await watch(context, base)
  if (framed) await visitFramed(context, base, paths)
  else
    await visitAll(
      context,
      paths.map((path) => base + path),
    )
  await within(LONGEST_MS, context.close())
  say(`${what}: ${paths.length} pages, ${ran.size} ran, ${asked.size} asked another host`)
  for (const sighting of [...ran, ...asked].slice(0, 20)) console.log(`        ${sighting}`)
  if (ran.size || asked.size) failed = true
}

/** Many small pages at once, each in a frame of a page of the site. */
async function visitFramed(context: BrowserContext, base: string, paths: string[]): Promise<void> {
  const groups = Array.from({ length: Math.ceil(paths.length / FRAMES_AT_ONCE) }, (_, i) =>
    paths.slice(i * FRAMES_AT_ONCE, (i + 1) * FRAMES_AT_ONCE),
  )
  const tab = async () => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      const page = await context.newPage()
      await page.goto(`${base}/icon.svg`)
      const html = group.map((path, i) => `<iframe name="${i}" src="${escapeHtml(base + path)}"></iframe>`).join('')
      await page.setContent(`<!DOCTYPE html>${html}`, { waitUntil: 'load', timeout: LONGEST_MS }).catch(() => undefined)
      await within(LONGEST_MS, touchEverything(page))
      await within(LONGEST_MS, page.close())
    }
  }
  await Promise.all(Array.from({ length: TABS }, tab))
}

/** Articles whose bodies went through the import and whose comments through the form, a hundred strings each. */
async function plant(): Promise<string[]> {
  const db = await openDatabase(`file:${dataDir}/broadsheet.db`)
  const groups = Array.from({ length: Math.ceil(strings.length / ON_A_PAGE) }, (_, i) =>
    strings.slice(i * ON_A_PAGE, (i + 1) * ON_A_PAGE),
  )
  const context = {
    ownHosts: new Set<string>(),
    attachment: () => undefined,
    children: () => [],
    reusableBlock: () => undefined,
  }
  const inputs = groups.map((group, i) =>
    articleInput({
      slug: `hostile-${i}`,
      headline: group[0] ?? '',
      dek: group[1] ?? '',
      body: group.map((text) => convertBody(text, context).html).join('\n'),
      leadImage: {
        src: '/demo/ferry.svg',
        alt: group[2] ?? '',
        caption: group[3] ?? '',
        credit: group[4] ?? '',
        width: 3,
        height: 2,
      },
    }),
  )
  const ids = await addArticles(db, inputs)
  let number = 1_000_000
  for (const [i, group] of groups.entries()) {
    const comments = group.map((text): CommentInput & { id: number } => ({
      id: number++,
      articleId: ids[i] ?? 0,
      parentId: null,
      status: 'APPROVED',
      kind: 'COMMENT',
      ...asPosted(text),
      createdAt: new Date(),
      email: '',
      address: '',
      userAgent: '',
      moderatedBy: 'test',
      source: null,
    }))
    await transact(db, (tx) => insertComments(tx, comments))
  }
  await db.$disconnect()
  return groups.map((_, i) => `/hostile-${i}/`)
}

/** What the form's own reading makes of a string in each of its fields; a refused website is none. */
function asPosted(text: string): Pick<CommentInput, 'text' | 'authorName' | 'authorUrl'> {
  const form = new FormData()
  const fields = { comment: text, author: text.slice(0, 245), email: 'a@b.example', url: text.slice(0, 200) }
  for (const [name, value] of Object.entries(fields)) form.set(name, value.toWellFormed())
  const withUrl = parseReply(form)
  if (withUrl.ok) return { text: withUrl.reply.text, authorName: withUrl.reply.name, authorUrl: withUrl.reply.url }
  form.set('url', '')
  const parsed = parseReply(form)
  if (!parsed.ok) return { text: '-', authorName: '-', authorUrl: null }
  return { text: parsed.reply.text, authorName: parsed.reply.name, authorUrl: null }
}
