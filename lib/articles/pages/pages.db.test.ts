import { beforeEach, expect, test } from 'vitest'
import { holdVersion, Overtaken } from '@/lib/articles/editing/act-mutations'
import { contentOf } from '@/lib/articles/editing/content'
import { publishChanges, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { createDraft, saveDraft } from '@/lib/articles/editing/draft-mutations'
import { publish, withdraw } from '@/lib/articles/editing/publish-mutations'
import { readStored } from '@/lib/articles/editing/stored-queries'
import { getArticle, listChildPages } from '@/lib/articles/queries'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { writeSetting } from '@/lib/site/mutations'
import { addArticle } from '@/lib/testing/articles'
import { droppedAndChanged, type Pages } from '@/lib/testing/dropped-pages'
import { leadsTo } from '@/lib/testing/leads'
import { actor, ines, must, stored } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { listPageLines } from './admin-queries'
import { placePage } from './place-mutations'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')

const page = (
  slug: string,
  parentId: number | null = null,
  path = `/${slug}/`,
  status: 'PUBLISHED' | 'DRAFT' = 'PUBLISHED',
) =>
  addArticle(site.db, {
    ...{ kind: 'PAGE', slug, path, parentId, status, headline: slug },
    ...(status === 'DRAFT' && { publishedAt: null }),
  })
const place = (id: number, parentId: number | null, beforeId: number | null = null) =>
  placePage(site.db, { id, parentId, beforeId }, ines, now)
const pathOf = async (id: number) => (await site.db.article.findUniqueOrThrow({ where: { id } })).path
/** "about (team (jobs)) contact" */
const drawn = async () => {
  const lines = await listPageLines(site.db, ines)
  const draw = (parentId: number | null): string =>
    lines
      .filter((line) => line.parentId === parentId)
      .map(({ id, headline }) => headline + (draw(id) && ` (${draw(id)})`))
      .join(' ')
  return draw(null)
}

let ids = { about: 0, team: 0, jobs: 0, contact: 0, draft: 0 }
beforeEach(async () => {
  await site.db.article.deleteMany()
  await site.db.redirect.deleteMany()
  const about = await page('about')
  const team = await page('team', about, '/about/team/')
  const jobs = await page('jobs', team, '/about/team/jobs/')
  const draft = await page('draft', team, '/about/team/draft/', 'DRAFT')
  const contact = await page('contact')
  ids = { about, team, jobs, contact, draft }
})

test('below another page its address is below that one’s, with all below it, and every old one leads there in one hop', async () => {
  expect(must(await place(ids.team, ids.contact)).moved).toBe(3)
  expect(await drawn()).toBe('about contact (team (draft jobs))')
  expect([await pathOf(ids.team), await pathOf(ids.jobs), await pathOf(ids.draft)]).toEqual([
    '/contact/team/',
    '/contact/team/jobs/',
    '/contact/team/draft/',
  ])
  expect([await leadsTo(site.db, '/about/team/'), await leadsTo(site.db, '/about/team/jobs/')]).toEqual([
    '/contact/team/',
    '/contact/team/jobs/',
  ])
  // Of what nobody knew the address of nothing leads on.
  expect(await leadsTo(site.db, '/about/team/draft/')).toBeNull()
  must(await place(ids.team, null))
  expect([await leadsTo(site.db, '/about/team/jobs/'), await leadsTo(site.db, '/contact/team/')]).toEqual([
    '/team/jobs/',
    '/team/',
  ])
})

test('back where it was, it has its address again, and nothing leads away from it', async () => {
  const { before } = must(await place(ids.team, ids.contact))
  must(await placePage(site.db, { id: ids.team, ...before }, ines, now))
  expect(await pathOf(ids.jobs)).toBe('/about/team/jobs/')
  expect([await leadsTo(site.db, '/about/team/'), await leadsTo(site.db, '/contact/team/jobs/')]).toEqual([
    null,
    '/about/team/jobs/',
  ])
})

test('what lives elsewhere than its place says keeps its address', async () => {
  const odd = await page('odd', ids.team, '/odd.html')
  must(await place(ids.team, null))
  expect([await pathOf(odd), await pathOf(ids.jobs)]).toEqual(['/odd.html', '/team/jobs/'])
  must(await place(odd, ids.contact))
  expect(await pathOf(odd)).toBe('/contact/odd.html')
})

test('a page stands where it was put among its neighbours, and only their order changes', async () => {
  must(await place(ids.contact, null, ids.about))
  expect(await drawn()).toBe('contact about (team (draft jobs))')
  must(await place(ids.jobs, ids.team, ids.draft))
  expect(await listChildPages(site.db, ids.team)).toEqual([{ path: '/about/team/jobs/', headline: 'jobs' }])
  expect(await drawn()).toBe('contact about (team (jobs draft))')
  expect(await site.db.redirect.count()).toBe(0)
})

test('nothing stands below itself, takes another’s address, or the site’s own', async () => {
  expect(await place(ids.about, ids.jobs)).toEqual({ ok: false, reason: 'loop' })
  expect(await place(ids.about, ids.about)).toEqual({ ok: false, reason: 'loop' })
  await addArticle(site.db, { slug: 'team' })
  expect(await place(ids.team, null)).toEqual({ ok: false, reason: 'pathTaken' })
  const tag = await page('tag', ids.about, '/about/tag/')
  expect(await place(tag, null)).toEqual({ ok: false, reason: 'pathTaken' })
  expect(await place(999_999, null)).toEqual({ ok: false, reason: 'gone' })
  expect(await placePage(site.db, { id: ids.team, parentId: null, beforeId: null }, actor('I', 'AUTHOR'), now)).toEqual(
    {
      ok: false,
      reason: 'forbidden',
    },
  )
  expect(await listPageLines(site.db, actor('I', 'AUTHOR'))).toEqual([])
})

test('exactly the pages that show it are made anew', async () => {
  const view = (path: () => string) => async () => {
    const found = await getArticle(site.db, path(), await getSiteFacts(site.db), now)
    return found && !('withdrawn' in found)
      ? [found.path, found.parents, await listChildPages(site.db, found.id)]
      : found
  }
  const pages: Pages = {
    about: view(() => '/about/'),
    team: view(() => '/about/team/'),
    jobs: view(() => '/about/team/jobs/'),
    contact: view(() => '/contact/'),
  }
  const moved = await droppedAndChanged(site.db, pages, async () => must(await place(ids.team, ids.contact)))
  expect(moved.dropped).toEqual(['about', 'team', 'jobs', 'contact'])
  expect(moved.changed).toEqual(moved.dropped)
  const other = await droppedAndChanged(site.db, pages, async () => must(await place(ids.about, null)))
  expect([other.changed, other.dropped.filter((name) => name !== 'about')]).toEqual([[], []])
})

test('whoever has a page open writes on, and saves nothing of where it stands', async () => {
  const live = await stored(site.db, ids.team)
  const content = { ...contentOf(live.input), body: '<p>New words.</p>', document: null }
  must(await place(ids.team, ids.contact))
  const seen = { id: ids.team, version: live.version }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...seen, copyVersion: null, content }, ines, now))
  must(await publishChanges(site.db, { ...seen, copyVersion }, ines, now))
  const { input } = await stored(site.db, ids.team)
  expect([input.parentId, input.path]).toEqual([ids.contact, '/contact/team/'])
  expect(input.body).toContain('New words.')
})

test('an act that read a page before it moved does not move it back: it begins anew', async () => {
  const read = async () => (await readStored(site.db, ids.team)) ?? expect.unreachable()
  const before = await read()
  must(await place(ids.team, ids.contact))
  await expect(transact(site.db, (tx) => holdVersion(tx, before))).rejects.toThrow(Overtaken)
  const ordered = await read()
  must(await place(ids.team, ids.contact, null))
  await transact(site.db, (tx) => holdVersion(tx, ordered))
  await page('first', ids.contact, '/contact/first/')
  must(await place(ids.team, ids.contact))
  await expect(transact(site.db, (tx) => holdVersion(tx, ordered))).rejects.toThrow(Overtaken)
})

test('a page that says how the publication works goes on saying so where it stands, seen or not', async () => {
  await transact(site.db, (tx) => writeSetting(tx, 'policies', { ethics: '/about/team/', contact: '/contact/' }))
  const policies = async () => (await getSiteFacts(site.db)).policies
  must(await place(ids.team, ids.contact))
  expect(await policies()).toEqual({ ethics: '/contact/team/', contact: '/contact/' })
  const { version } = await stored(site.db, ids.team)
  must(await withdraw(site.db, { id: ids.team, version, notice: 'Gone.' }, ines, now))
  must(await place(ids.team, null))
  expect(await policies()).toEqual({ ethics: '/team/', contact: '/contact/' })
})

test('a page begun below another gets its address there when it has a headline', async () => {
  const { id, version } = must(await createDraft(site.db, { kind: 'PAGE' }, ines, now))
  must(await place(id, ids.about))
  const { input } = await stored(site.db, id)
  const content = { ...contentOf(input), slug: '', headline: 'Our ethics', body: '<p>Words.</p>' }
  const saved = must(await saveDraft(site.db, { id, version, content }, ines, now))
  must(await publish(site.db, { id, version: saved.version }, ines, now))
  expect(await pathOf(id)).toBe('/about/our-ethics/')
})

test('each move is in the log', async () => {
  must(await place(ids.team, ids.contact))
  const event = await site.db.auditEvent.findFirst({ where: { act: 'pages.edit' }, orderBy: { id: 'desc' } })
  expect(event).toMatchObject({
    object: `article:${ids.team}`,
    details: { did: 'place', from: '/about/team/', to: '/contact/team/' },
  })
})
