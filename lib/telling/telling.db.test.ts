import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Content } from '@/lib/articles/editing/content'
import { publishChanges, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { changeSettings } from '@/lib/articles/editing/draft-mutations'
import { publish, withdraw } from '@/lib/articles/editing/publish-mutations'
import { transact } from '@/lib/invalidation'
import { listFailedJobs } from '@/lib/jobs/admin-queries'
import type { Lane } from '@/lib/jobs/lease'
import { runDueJobs } from '@/lib/jobs/run'
import { runInPageContext } from '@/lib/page-context'
import { writeSetting } from '@/lib/site/mutations'
import { addArticle } from '@/lib/testing/articles'
import { type Elsewhere, html, startElsewhere } from '@/lib/testing/elsewhere'
import { ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { tellingLane } from './job-mutations'
import { TELLING_KEY, type TellingSettings } from './settings'

const site = testDatabase()
const HERE = 'http://localhost:3000'
const KEY = '0123456789abcdef0123456789abcdef'
const now = new Date('2026-11-28T12:00:00Z')
let elsewhere: Elsewhere
let lane: Lane

beforeAll(async () => {
  elsewhere = await startElsewhere()
  lane = tellingLane(elsewhere.reach)
})
afterAll(() => elsewhere.close())

const setTelling = (settings: Partial<TellingSettings>) =>
  transact(site.db, (tx) => writeSetting(tx, TELLING_KEY, settings as Record<string, string>))

/** Does what is due, until nothing is. */
const tell = async (at = now) => {
  while (await runDueJobs(site.db, lane, () => at));
}
const waiting = () => site.db.job.count({ where: { kind: { startsWith: 'telling.' }, finishedAt: null } })

beforeEach(async () => {
  await site.db.job.deleteMany()
  await setTelling({})
  elsewhere.pages.clear()
  elsewhere.heard.length = 0
})

const searchEngines = () => ({ indexNow: true, indexNowKey: KEY, indexNowService: `${elsewhere.url}/indexnow` })

/** Changes what readers see of a live article. */
async function change(article: { id: number; version: number; content: Content }, over: Partial<Content>) {
  const content = { ...article.content, ...over }
  const seen = { id: article.id, version: article.version }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...seen, content, copyVersion: null }, ines, now))
  const { version } = must(await publishChanges(site.db, { ...seen, copyVersion }, ines, now))
  return { id: article.id, version, content }
}

test('where nothing is switched on nobody is told, and nothing waits to be', async () => {
  const article = await writeLive(site.db, now)
  must(await withdraw(site.db, { ...article, notice: 'No.' }, ines, now))
  expect(await waiting()).toBe(0)
})

test('search engines hear of what is published, changed and withdrawn, with the key and where it stands', async () => {
  await setTelling(searchEngines())
  elsewhere.pages.set('/indexnow', (res) => res.writeHead(202).end())
  const article = await writeLive(site.db, now, { headline: 'The ferry' })
  await tell()
  const told = {
    ...{ host: 'localhost:3000', key: KEY, keyLocation: `${HERE}/${KEY}.txt` },
    urlList: [`${HERE}/the-ferry/`],
  }
  expect(elsewhere.heard.map(({ body }) => JSON.parse(body))).toEqual([told])
  expect(elsewhere.heard[0]).toMatchObject({ method: 'POST', type: 'application/json; charset=utf-8' })
  const changed = await change(article, { body: '<p>Other words.</p>' })
  await tell()
  const moved = await change(changed, { slug: 'the-night-ferry' })
  await tell()
  must(await withdraw(site.db, { ...moved, notice: 'No.' }, ines, now))
  await tell()
  const lists = elsewhere.heard.map(({ body }) => (JSON.parse(body) as typeof told).urlList)
  expect(lists).toEqual([
    [`${HERE}/the-ferry/`],
    [`${HERE}/the-ferry/`],
    [`${HERE}/the-ferry/`, `${HERE}/the-night-ferry/`],
    [`${HERE}/the-night-ferry/`],
  ])
})

test('of a draft, of what is only pinned, and of what search engines are to leave out, they hear nothing', async () => {
  await setTelling(searchEngines())
  await writeDraft(site.db, now)
  const hidden = await writeDraft(site.db, now, { noIndex: true })
  must(await publish(site.db, hidden, ines, now))
  const elsewhereToo = await writeDraft(site.db, now, { canonicalUrl: 'https://first.example/a/' })
  must(await publish(site.db, elsewhereToo, ines, now))
  expect(await waiting()).toBe(0)
  const article = await writeLive(site.db, now)
  elsewhere.pages.set('/indexnow', (res) => res.end())
  await tell()
  const settings = { commentsOpen: false, pinnedUntil: now, embargoUntil: null }
  must(await changeSettings(site.db, { ...article, settings }, ines, now))
  expect(await waiting()).toBe(0)
})

test('an import tells nobody: its articles are old', async () => {
  await setTelling({ ...searchEngines(), webSub: true, sendWebmentions: true })
  await addArticle(site.db)
  expect(await waiting()).toBe(0)
})

test('changed twice before anybody was told, it is told once', async () => {
  await setTelling(searchEngines())
  elsewhere.pages.set('/indexnow', (res) => res.end())
  const article = await writeLive(site.db, now)
  await change(article, { dek: 'A dek.' })
  await tell()
  expect(elsewhere.heard).toHaveLength(1)
})

test('whoever does not take it is told again later, and is on the desk once it is given up', async () => {
  await setTelling(searchEngines())
  elsewhere.pages.set('/indexnow', (res) => res.writeHead(429).end('Too many'))
  await writeLive(site.db, now)
  await tell()
  const job = await site.db.job.findFirstOrThrow({ where: { kind: 'telling.indexNow' } })
  expect(job).toMatchObject({
    attempts: 1,
    failedAt: null,
    lastError: expect.stringContaining('answered 429: Too many'),
  })
  for (let hours = 1; hours < 12; hours++) await tell(new Date(now.getTime() + hours * 3_600_000))
  expect(await listFailedJobs(site.db)).toMatchObject([{ kind: 'telling.indexNow', attempts: 10 }])
  expect(elsewhere.heard).toHaveLength(10)
})

test('what was switched off meanwhile is not told', async () => {
  await setTelling({ ...searchEngines(), webSub: true, hub: `${elsewhere.url}/hub`, sendWebmentions: true })
  await writeLive(site.db, now, { body: `<p><a href="${elsewhere.url}/page">x</a></p>` })
  expect(await waiting()).toBe(3)
  await setTelling({})
  await tell()
  expect([elsewhere.heard, await waiting()]).toEqual([[], 0])
})

test('a service on this machine, or inside, is not told', async () => {
  await setTelling({ ...searchEngines(), indexNowService: 'http://inside.example/indexnow' })
  await writeLive(site.db, now)
  await tell()
  const { lastError } = await site.db.job.findFirstOrThrow({ where: { kind: 'telling.indexNow' } })
  expect(lastError).toContain('not on the open internet')
})

test('a hub hears of every feed that shows the article', async () => {
  await setTelling({ webSub: true, hub: `${elsewhere.url}/hub` })
  elsewhere.pages.set('/hub', (res) => res.writeHead(204).end())
  const harbour = await site.db.category.create({ data: { slug: 'harbour', path: 'harbour', name: 'Harbour' } })
  const data = { slug: 'ferries', path: 'harbour/ferries', name: 'Ferries', parentId: harbour.id }
  const ferries = await site.db.category.create({ data })
  const tag = await site.db.tag.create({ data: { slug: 'tide', name: 'Tide' } })
  const author = await site.db.author.create({ data: { slug: 'maren', name: 'Maren' } })
  await setTelling({ webSub: true, hub: `${elsewhere.url}/hub` })
  await writeLive(site.db, now, { categoryIds: [ferries.id], tagIds: [tag.id], authorIds: [author.id] })
  await tell()
  const [{ body = '' } = {}] = elsewhere.heard
  const form = new URLSearchParams(body)
  expect(form.get('hub.mode')).toBe('publish')
  const pages = ['/', '/all/', '/category/harbour/', '/category/harbour/ferries/', '/tag/tide/', '/author/maren/']
  const feeds = pages.flatMap((page) => ['feed/', 'feed/atom/', 'feed/json/'].map((feed) => HERE + page + feed))
  expect(form.getAll('hub.url').toSorted()).toEqual(feeds.toSorted())
})

test('a hub hears of the feed of another language where the article is in it', async () => {
  await setTelling({ webSub: true, hub: `${elsewhere.url}/hub` })
  elsewhere.pages.set('/hub', (res) => res.writeHead(204).end())
  await writeLive(site.db, now, { locale: 'fa' })
  await tell()
  const urls = new URLSearchParams(elsewhere.heard[0]?.body).getAll('hub.url')
  expect(urls).toEqual(expect.arrayContaining([`${HERE}/fa/feed/`, `${HERE}/fa/feed/json/`]))
})

test('pages that an article links to are told where they want it, and again when it changes or is gone', async () => {
  await setTelling({ sendWebmentions: true })
  const { url, pages } = elsewhere
  pages.set('/by-head', html('<p>x</p>', { link: '</hook?by=head>; rel="webmention"' }))
  pages.set('/by-page', html('<a rel="webmention" href="/hook?by=page">x</a>'))
  pages.set('/deaf', html('<p>x</p>'))
  for (const by of ['head', 'page']) pages.set(`/hook?by=${by}`, (res) => res.writeHead(202).end())
  const link = (path: string) => `<a href="${path}">x</a>`
  const body = `<p>${[`${url}/by-head#a`, `${url}/by-page`, `${url}/deaf`, 'http://inside.example/x', '/about/'].map(link).join(' ')}</p>`
  const article = await writeLive(site.db, now, { headline: 'Ropes', body })
  await tell()
  const posts = () =>
    elsewhere.heard
      .filter(({ method }) => method === 'POST')
      .map(({ path, body: sent }) => [path, ...new URLSearchParams(sent).values()])
      .toSorted()
  const source = `${HERE}/ropes/`
  const told = [
    ['/hook?by=head', source, `${url}/by-head`],
    ['/hook?by=page', source, `${url}/by-page`],
  ]
  expect(posts()).toEqual(told)
  // Whom we do not ask is not told, and nobody is bothered with it.
  expect([await waiting(), await listFailedJobs(site.db)]).toEqual([0, []])
  expect(await site.db.sentMention.count({ where: { articleId: article.id } })).toBe(2)

  elsewhere.heard.length = 0
  const changed = await change(article, { body: `<p>${link(`${url}/by-page`)}</p>` })
  await tell()
  expect(posts()).toEqual(told)
  // Told that the link is gone, it is told nothing more.
  elsewhere.heard.length = 0
  must(await withdraw(site.db, { ...changed, notice: 'No.' }, ines, now))
  await tell()
  expect(posts()).toEqual(told.slice(1))
  expect(await site.db.sentMention.count({ where: { articleId: article.id } })).toBe(0)
  expect((await stored(site.db, article.id)).input.status).toBe('WITHDRAWN')
})

test('however many pages an article links to, they are asked for in one statement', async () => {
  const statements: number[] = []
  for (const links of [2, 40]) {
    await site.db.job.deleteMany()
    const hrefs = Array.from({ length: links }, (_, i) => `<a href="${elsewhere.url}/${links}/${i}">x</a>`)
    await setTelling({ sendWebmentions: true })
    await writeLive(site.db, now, { body: `<p>${hrefs.join(' ')}</p>` })
    const context = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set<string>() }
    await runInPageContext(context, () => runDueJobs(site.db, lane, () => now))
    expect(await waiting()).toBe(links)
    statements.push(context.queries)
  }
  expect(statements[1]).toBe(statements[0])
})

test('a page that is away for a while is told later', async () => {
  await setTelling({ sendWebmentions: true })
  let isAway = true
  elsewhere.pages.set('/page', (res) =>
    isAway ? res.writeHead(503).end() : html('<link rel=webmention href=/hook>')(res),
  )
  elsewhere.pages.set('/hook', (res) => res.end())
  await writeLive(site.db, now, { body: `<p><a href="${elsewhere.url}/page">x</a></p>` })
  await tell()
  expect(await waiting()).toBe(1)
  isAway = false
  await tell(new Date(now.getTime() + 3_600_000))
  expect([await waiting(), elsewhere.heard.at(-1)?.path]).toEqual([0, '/hook'])
})
