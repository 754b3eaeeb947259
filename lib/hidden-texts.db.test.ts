import { beforeAll, expect, test } from 'vitest'
import { ALL, authorKey, categoryKey, languageKey, tagKey } from './archives/keys'
import { getArchivePage } from './archives/queries'
import { listCards } from './articles/card-queries'
import { namedTag } from './articles/change-tags'
import type { Content } from './articles/editing/content'
import { publishChanges, saveWorkingCopy, scheduleChanges } from './articles/editing/copy-mutations'
import { changeSettings } from './articles/editing/draft-mutations'
import { submit, trash, withdraw } from './articles/editing/publish-mutations'
import { getArticle, listChildPages, listNearIds } from './articles/queries'
import { getSurroundings } from './articles/surroundings-queries'
import { addAuthors } from './authors/mutations'
import { countCorrections, listCorrections } from './corrections/queries'
import type { Feed } from './feeds/feed'
import { getSiteFeed } from './feeds/queries'
import { findFeed } from './feeds/subject-queries'
import { getFront } from './front/queries'
import { changed, transact } from './invalidation'
import { PROMPT } from './jobs/kinds'
import { runDueJobs } from './jobs/run'
import { MENU_PLACES } from './menus/menu'
import { replaceMenu } from './menus/mutations'
import { shownMenu } from './menus/shown-menu'
import { findReportable } from './reports/queries'
import { getSearchPage } from './search/queries'
import { getSiteFacts } from './site/facts'
import { parseSitemapPath } from './sitemaps/addresses'
import { listNews, listSitemaps, readSitemap } from './sitemaps/queries'
import { addCategory, addTags } from './taxonomy/mutations'
import { leadsTo } from './testing/leads'
import { ines, must, stored, writeDraft, writeLive, writeScheduled } from './testing/newsroom'
import { readWhole } from './testing/read-whole'
import { testDatabase } from './testing/test-database'
import { findQueried } from './wordpress/old-address-queries'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

/** Stands in every text that readers must not see, and nowhere else. */
const SECRET = 'zanzibarite'

const filed: Partial<Content> = {}
const known = { live: 0, parent: 0 }

const secretly = (slug: string): Partial<Content> => ({
  ...filed,
  slug: `${SECRET}-${slug}`,
  headline: `${SECRET} ${slug}`,
  kicker: SECRET,
  dek: `${SECRET}.`,
  excerpt: SECRET,
  body: `<p>It is ${SECRET}.</p>`,
  bylineOverride: SECRET,
  leadImage: { src: `/${SECRET}.png`, alt: SECRET, caption: SECRET, credit: SECRET, width: 10, height: 10 },
  parentId: known.parent,
  seoTitle: SECRET,
  seoDescription: SECRET,
  aiUse: 'GENERATED',
  aiNote: SECRET,
})

beforeAll(async () => {
  await transact(site.db, async (tx) => {
    const names = { slug: 'harbour', path: 'harbour', name: 'Harbour', description: '', position: 0, parentId: null }
    const categoryId = await addCategory(tx, names)
    const tagIds = await addTags(tx, [{ slug: 'ferries', name: 'Ferries', description: '' }])
    const authorIds = await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }])
    Object.assign(filed, { primaryCategoryId: categoryId, categoryIds: [categoryId], tagIds, authorIds })
  })
  known.parent = (await writeLive(site.db, noon, { ...filed, headline: 'A parent' })).id
  known.live = (await writeLive(site.db, noon, { ...filed, headline: 'An article' })).id

  await writeDraft(site.db, noon, secretly('draft'))
  must(await submit(site.db, await writeDraft(site.db, noon, secretly('review')), ines, noon))
  await writeScheduled(site.db, noon, later(60), secretly('scheduled'))
  must(await trash(site.db, await writeDraft(site.db, noon, secretly('trashed')), ines, noon))
  const embargoed = await writeDraft(site.db, noon, secretly('embargoed'))
  const settings = { commentsOpen: true, pinnedUntil: later(999), embargoUntil: later(60) }
  must(await changeSettings(site.db, { ...embargoed, settings }, ines, noon))

  // It has been public, with corrections, and is withdrawn.
  const live = await writeLive(site.db, noon, { ...secretly('withdrawn'), slug: 'withdrawn' })
  const again = { ...live.content, dek: `${SECRET} again` }
  const { copyVersion } = must(
    await saveWorkingCopy(site.db, { ...live, copyVersion: null, content: again }, ines, noon),
  )
  const correction = { kind: 'CORRECTION', text: SECRET } as const
  const published = must(await publishChanges(site.db, { ...live, copyVersion, correction }, ines, noon))
  must(await withdraw(site.db, { id: live.id, version: published.version, notice: 'Gone.' }, ines, noon))

  // What readers report of a live article, and who they are; what is drafted with corrections.
  for (const status of ['OPEN', 'ANSWERED', 'DISMISSED'] as const) {
    const said = { status, sentence: `${SECRET}.`, text: SECRET, decidedByName: SECRET, answer: SECRET }
    const { id: reportId } = await site.db.errorReport.create({
      data: { ...said, articleId: known.live, createdAt: noon },
      select: { id: true },
    })
    const sender = { email: `${SECRET}@askew.example`, address: SECRET, userAgent: SECRET }
    await site.db.errorReportSender.create({ data: { reportId, ...sender, createdAt: noon } })
  }
  const drafted = await writeDraft(site.db, noon, {
    ...filed,
    headline: 'Corrected before anybody sees it',
    slug: 'drafted',
  })
  const drafts = { articleId: drafted.id, text: SECRET, madeByName: SECRET, createdAt: noon }
  await site.db.correction.create({ data: drafts })
  const told = { articleId: known.live, text: 'It was the other one.', createdAt: noon }
  await site.db.correction.create({ data: { ...told, madeById: SECRET, madeByName: SECRET } })

  // A live article of which nothing but the working copy is secret, scheduled or not.
  for (const publishAt of [null, later(60)]) {
    const shown = await writeLive(site.db, noon, { ...filed, headline: 'Seen by all', slug: '' })
    const content = { ...shown.content, ...secretly('copy') }
    const copy = must(await saveWorkingCopy(site.db, { ...shown, copyVersion: null, content }, ines, noon))
    if (publishAt) must(await scheduleChanges(site.db, { ...shown, ...copy, publishAt }, ines, noon))
  }
  await makeMenus()
})

/** Both menus lead to everything there is. */
async function makeMenus(): Promise<void> {
  const articles = await site.db.article.findMany({ select: { id: true } })
  const items = articles.map(({ id }) => ({
    kind: 'article' as const,
    targetId: id,
    address: '',
    labels: {},
    below: [],
  }))
  for (const place of MENU_PLACES) must(await replaceMenu(site.db, { place, items }, ines, noon))
}

/** What the menus lead to is held until somebody says that it changed. */
const tellMenus = (id: number) => transact(site.db, async (tx) => changed(tx, namedTag(id)))

/** Everything that readers can ask for. */
async function everythingPublic(now: Date): Promise<Record<string, unknown>> {
  const { db } = site
  const facts = await getSiteFacts(db)
  const articles = await db.article.findMany({ select: { id: true, path: true } })
  const { categoryIds = [], tagIds = [], authorIds = [] } = filed
  const keys = [
    ALL,
    languageKey('en'),
    ...categoryIds.map(categoryKey),
    ...tagIds.map(tagKey),
    ...authorIds.map(authorKey),
  ]
  const asked: Record<string, unknown> = {
    front: await getFront(db, facts, now),
    feed: await getSiteFeed({ db, facts, siteUrl: 'http://localhost', now }),
    corrections: await listCorrections(db, 50),
    // One is told of; another in the count would say that there are more.
    'number of corrections': SECRET.repeat((await countCorrections(db)) - 1),
    reportable: await Promise.all(articles.map(({ id }) => findReportable(db, id))),
    sitemaps: await listSitemaps(db, facts, now),
    news: await listNews(db, facts, 'http://localhost', now),
    numbers: await Promise.all(
      articles.map(({ id }) => findQueried(db, facts, { subject: { kind: 'post', id }, feed: null, page: 1 })),
    ),
    search: await getSearchPage(db, SECRET, 1, facts, now),
    cards: await listCards(
      db,
      articles.map(({ id }) => id),
      facts,
      now,
    ),
    near: await listCards(db, await listNearIds(db, `/${SECRET}-draf/`, 10), facts, now),
    children: await listChildPages(db, known.parent),
    ...Object.fromEntries(MENU_PLACES.map((place) => [`menu: ${place}`, shownMenu(facts, place, 'en')])),
  }
  for (const key of keys) asked[`archive ${key}`] = await getArchivePage(db, key, 1, facts, now)
  asked['a day’s archive'] = await getArchivePage(db, ALL, 1, facts, now, { from: 20261123, to: 20261123 })
  for (const path of ['/sitemaps/articles-2026-11.xml', '/sitemaps/pages.xml']) {
    const name = parseSitemapPath(path)
    const batches = name && (await readSitemap(db, facts, name, 'http://localhost'))
    asked[path] = batches && (await readWhole(batches))
  }
  const start = { db, facts, siteUrl: 'http://localhost', now }
  const feeds = [
    '/all/',
    '/category/harbour/',
    '/tag/ferries/',
    '/author/maren/',
    '/2026/',
    '/corrections/',
    '/comments/',
  ]
  for (const base of [...feeds, ...articles.map(({ path }) => path)]) {
    asked[`feed of ${base}`] = await findFeed(start, base, '', 'rss')
  }
  asked['feed of a search'] = ((await findFeed(start, '/search/', SECRET, 'rss')) as Feed | null)?.items
  for (const { path } of articles) {
    const article = await getArticle(db, path, facts, now)
    asked[`name of ${path}`] = await findQueried(db, facts, {
      subject: { kind: 'slug', slug: path.replaceAll('/', '') },
      feed: null,
      page: 1,
    })
    asked[path] = article
    asked[`${path} in capitals`] = await leadsTo(db, path.toUpperCase())
    if (!article || 'withdrawn' in article) continue
    asked[`${path} and others`] = await getSurroundings(db, article, facts, now)
  }
  return asked
}

/** Which of them say the word, but for the name of what was asked. */
const leaks = (asked: Record<string, unknown>): string[] =>
  Object.entries(asked).flatMap(([name, answer]) => (JSON.stringify(answer ?? null).includes(SECRET) ? [name] : []))

test('nothing that is not public is in anything that readers can ask for', async () => {
  const asked = await everythingPublic(later(1))
  expect(Object.keys(asked).length).toBeGreaterThan(20)
  expect(leaks(asked)).toEqual([])
  expect(JSON.stringify(asked.front)).toContain('An article')
})

test('planted: made public from outside, each of them is found', async () => {
  const secrets = await site.db.article.findMany({
    where: { slug: { startsWith: SECRET } },
    select: { id: true, path: true, status: true },
  })
  expect(secrets.map(({ status }) => status).sort()).toEqual(['DRAFT', 'DRAFT', 'DRAFT', 'IN_REVIEW', 'SCHEDULED'])
  for (const { id, path, status } of secrets) {
    const isPublic = { status: 'PUBLISHED', publishedAt: noon, publishedDay: 20261123 } as const
    await site.db.article.update({ where: { id }, data: isPublic })
    await tellMenus(id)
    expect(leaks(await everythingPublic(later(1)))).toEqual(
      expect.arrayContaining([
        ...[path, 'cards', 'numbers', 'reportable', `name of ${path}`],
        ...['menu: masthead', 'menu: footer'],
      ]),
    )
    await site.db.article.update({ where: { id }, data: { status, publishedAt: null, publishedDay: null } })
    await tellMenus(id)
  }
  const withdrawn = { where: { path: '/withdrawn/' } }
  await site.db.article.update({ ...withdrawn, data: { status: 'PUBLISHED' } })
  expect(leaks(await everythingPublic(later(1)))).toEqual(expect.arrayContaining(['/withdrawn/', 'corrections']))
  const { id } = await site.db.article.update({ ...withdrawn, data: { status: 'WITHDRAWN' } })
  await tellMenus(id)
  expect(leaks(await everythingPublic(later(1)))).toEqual([])
  const drafted = { where: { path: '/drafted/' } }
  const shownNow = { status: 'PUBLISHED', publishedAt: noon, publishedDay: 20261123 } as const
  await site.db.article.update({ ...drafted, data: shownNow })
  const told = ['corrections', 'number of corrections', 'feed of /corrections/', '/drafted/']
  expect(leaks(await everythingPublic(later(1)))).toEqual(expect.arrayContaining(told))
  await site.db.article.update({ ...drafted, data: { status: 'DRAFT', publishedAt: null, publishedDay: null } })
})

test('planted: left in an archive or in the index, a draft is not drawn; named by the search it would be', async () => {
  const { id } = await site.db.article.findUniqueOrThrow({ where: { path: `/${SECRET}-draft/` } })
  const entry = { key: ALL, articleId: id, publishedDay: 20261123, publishedAt: noon }
  await site.db.archiveEntry.create({ data: entry })
  // Its month’s sitemap, the news and every feed pass it over too.
  expect(leaks(await everythingPublic(later(1)))).toEqual([])
  await site.db.archiveEntry.delete({ where: { articleId_key: { articleId: id, key: ALL } } })
})

test('what was scheduled is everywhere once its time has come', async () => {
  await runDueJobs(site.db, PROMPT, () => later(60))
  const found = leaks(await everythingPublic(later(61)))
  const lists = ['front', 'feed', 'search', 'cards', 'near', 'archive all', 'news', '/sitemaps/articles-2026-11.xml']
  expect(found).toEqual(
    expect.arrayContaining([...lists, 'feed of /all/', 'feed of /tag/ferries/', 'feed of a search']),
  )
  expect((await stored(site.db, known.live)).input.headline).toBe('An article')
})
