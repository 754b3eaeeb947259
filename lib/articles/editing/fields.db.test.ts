import { beforeAll, expect, test } from 'vitest'
import { addAuthors } from '@/lib/authors/mutations'
import { countComments } from '@/lib/comments/mutations'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getArticle } from '../queries'
import { getRevision, listRevisions } from './admin-queries'
import type { Content } from './content'
import { publishChanges, saveWorkingCopy } from './copy-mutations'
import { changeSettings, saveDraft } from './draft-mutations'
import { publish, schedule } from './publish-mutations'
import { restoreRevision } from './restore-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const known: { authors: number[] } = { authors: [] }

beforeAll(async () => {
  known.authors = await transact(site.db, (tx) =>
    addAuthors(
      tx,
      ['maren', 'idris', 'leyla'].map((slug) => ({ slug, name: slug, bio: '', source: null })),
    ),
  )
})

const fields = (): Partial<Content> => {
  const [maren = 0, idris = 0, leyla = 0] = known.authors
  return {
    authorIds: [leyla, maren, idris],
    authorRoles: { [idris]: 'photographs', [leyla]: 'Drone pilot' },
    seoTitle: 'Boats, in short',
    seoDescription: 'All about boats.',
    canonicalUrl: 'https://agency.example/boats/',
    noIndex: true,
    aiUse: 'ASSISTED',
    aiNote: 'A machine made the first translation.',
  }
}

async function shown(id: number) {
  const { input } = await stored(site.db, id)
  const article = await getArticle(site.db, input.path, await getSiteFacts(site.db), noon)
  if (!article || 'withdrawn' in article) throw new Error('it is not public')
  return article
}

test('what is written beside a text is in the draft, in its history, and, published, before its readers', async () => {
  const draft = await writeDraft(site.db, noon, fields())
  expect(draft.content).toMatchObject(fields())
  const [latest] = await listRevisions(ines, site.db, draft.id)
  expect((await getRevision(ines, site.db, draft.id, latest?.id ?? 0))?.content).toMatchObject(fields())
  must(await publish(site.db, draft, ines, noon))
  const article = await shown(draft.id)
  expect(article.seo).toEqual({
    title: 'Boats, in short',
    description: 'All about boats.',
    canonicalUrl: 'https://agency.example/boats/',
    noIndex: true,
  })
  expect([article.aiUse, article.aiNote]).toEqual(['ASSISTED', 'A machine made the first translation.'])
  expect(article.byline.authors.map(({ slug }) => slug)).toEqual(['leyla', 'maren', 'idris'])
  const [, idris = 0, leyla = 0] = known.authors
  expect(article.byline.roles).toEqual({ [leyla]: 'Drone pilot', [idris]: 'photographs' })
})

test('of a live article it waits in the working copy, and an earlier text brings it back', async () => {
  const live = await writeLive(site.db, noon)
  const content = { ...live.content, ...fields() }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  expect((await shown(live.id)).seo.noIndex).toBe(false)
  const { version } = must(await publishChanges(site.db, { ...live, copyVersion }, ines, noon))
  expect((await shown(live.id)).seo.noIndex).toBe(true)
  expect((await shown(live.id)).revisedAt).toEqual(noon)
  const history = await listRevisions(ines, site.db, live.id)
  const first = history.at(-1)?.id ?? 0
  const back = must(
    await restoreRevision(site.db, { id: live.id, version, copyVersion: null, revisionId: first }, ines, later(20)),
  )
  if (!('copyVersion' in back)) throw new Error('no working copy')
  must(await publishChanges(site.db, { id: live.id, version, copyVersion: back.copyVersion }, ines, later(20)))
  expect(await shown(live.id)).toMatchObject({ aiUse: 'NONE', aiNote: null, seo: { noIndex: false } })
})

test('nothing written: search engines are told the headline and the excerpt', async () => {
  const live = await writeLive(site.db, noon, { headline: 'The boat', dek: 'It floats.' })
  expect((await shown(live.id)).seo).toMatchObject({ title: 'The boat', description: 'It floats.', canonicalUrl: null })
})

test('what somebody did who is in the byline no more is forgotten', async () => {
  const draft = await writeDraft(site.db, noon, fields())
  const [maren = 0] = known.authors
  const content = { ...draft.content, authorIds: [maren] }
  must(await saveDraft(site.db, { ...draft, content }, ines, noon))
  expect((await stored(site.db, draft.id)).input.authorRoles).toEqual({})
})

test('a correction stays the row it was through every later change', async () => {
  const live = await writeLive(site.db, noon)
  const change = async (headline: string, seen: { version: number }, text?: string) => {
    const content = { ...live.content, headline }
    const { copyVersion } = must(
      await saveWorkingCopy(site.db, { id: live.id, ...seen, copyVersion: null, content }, ines, noon),
    )
    const correction = text ? ({ kind: 'CORRECTION', text } as const) : undefined
    const sent = { id: live.id, ...seen, copyVersion, ...(correction && { correction }) }
    return must(await publishChanges(site.db, sent, ines, noon))
  }
  const rows = () => site.db.correction.findMany({ where: { articleId: live.id }, orderBy: { id: 'asc' } })
  const first = await change('One', live, 'It was two boats.')
  const before = await rows()
  const second = await change('Two', first)
  expect(await rows()).toEqual(before)
  await change('Three', second, 'It was three.')
  expect((await rows()).slice(0, 1)).toEqual(before)
  expect(await rows()).toHaveLength(2)
})

test('a comment more moves neither the text’s date nor the row’s', async () => {
  const live = await writeLive(site.db, noon)
  const dates = () =>
    site.db.article.findUniqueOrThrow({ where: { id: live.id }, select: { updatedAt: true, revisedAt: true } })
  const before = await dates()
  await site.db.comment.create({
    data: {
      ...{ id: 90_001, articleId: live.id, status: 'APPROVED', kind: 'COMMENT' },
      ...{ authorName: 'Ned', text: 'So it is.', createdAt: noon },
    },
  })
  await transact(site.db, (tx) => countComments(tx, live.id))
  expect((await shown(live.id)).commentCount).toBe(1)
  expect(await dates()).toEqual(before)
})

test('under embargo neither an editor nor the clock publishes it, and who set it is written down', async () => {
  const draft = await writeDraft(site.db, noon)
  const settings = { commentsOpen: true, pinnedUntil: null, embargoUntil: later(60) }
  const { version } = must(await changeSettings(site.db, { ...draft, settings }, ines, noon))
  const seen = { id: draft.id, version }
  expect(await publish(site.db, seen, ines, noon)).toEqual({ ok: false, reason: 'embargoed' })
  expect(await publish(site.db, seen, ines, new Date(later(60).getTime() - 1))).toMatchObject({ reason: 'embargoed' })
  expect(await schedule(site.db, { ...seen, publishAt: later(59) }, ines, noon)).toMatchObject({ reason: 'embargoed' })
  const [event] = await site.db.auditEvent.findMany({
    where: { object: `article:${draft.id}` },
    orderBy: { id: 'desc' },
  })
  expect(event).toMatchObject({ act: 'articles.edit', details: { embargoUntil: later(60).toISOString() } })
  must(await publish(site.db, seen, ines, later(60)))
})

test('an author sets an embargo on their own and takes none away; the front page is the editors’', async () => {
  const maren = actor('Maren', 'AUTHOR')
  const draft = await writeDraft(site.db, noon, {}, maren)
  const open = { commentsOpen: true, pinnedUntil: null, embargoUntil: null }
  const { version } = must(
    await changeSettings(site.db, { ...draft, settings: { ...open, embargoUntil: later(60) } }, maren, noon),
  )
  const seen = { id: draft.id, version }
  expect(await changeSettings(site.db, { ...seen, settings: open }, maren, noon)).toMatchObject({ reason: 'forbidden' })
  const pinned = { ...open, embargoUntil: later(60), pinnedUntil: later(90) }
  expect(await changeSettings(site.db, { ...seen, settings: pinned }, maren, noon)).toMatchObject({
    reason: 'forbidden',
  })
  must(await changeSettings(site.db, { ...seen, settings: pinned }, ines, noon))
})
