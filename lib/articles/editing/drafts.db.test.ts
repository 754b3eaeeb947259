import { expect, test } from 'vitest'
import { addArticle } from '@/lib/testing/articles'
import { actor, ines, must, oda, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { contentOf } from './content'
import { changeSettings, createDraft, saveDraft } from './draft-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const settings = { commentsOpen: true, pinnedUntil: null, embargoUntil: null }

const whys = async (articleId: number) =>
  (await site.db.revision.findMany({ where: { articleId }, orderBy: { id: 'asc' } })).map(({ why, actorName }) =>
    `${why} ${actorName}`.trim(),
  )

test('a new draft has its owner, an address of its own and the language of the site', async () => {
  const { id } = must(await createDraft(site.db, { kind: 'ARTICLE' }, ines, noon))
  const { ownerId, version, input } = await stored(site.db, id)
  expect([ownerId, version, input.status, input.locale]).toEqual(['ines', 1, 'DRAFT', 'en'])
  expect(input.path).toMatch(/^\/draft-[0-9a-f]{8}\/$/)
})

test('what is saved is cleaned, and its address follows the headline until it is public', async () => {
  const { id, version, content } = await writeDraft(site.db, noon, { headline: 'The Boat’s late' })
  expect((await stored(site.db, id)).input.path).toBe('/the-boats-late/')
  const body = '<p onclick="x()">Safe.</p><script>alert(1)</script>'
  const other = { ...content, slug: '', headline: 'The ferry', body }
  must(await saveDraft(site.db, { id, version, content: other }, ines, noon))
  const { input } = await stored(site.db, id)
  expect([input.path, input.body]).toEqual(['/the-ferry/', '<p>Safe.</p>'])
})

test('two drafts of one headline live apart', async () => {
  const one = await writeDraft(site.db, noon, { headline: 'Twins' })
  const two = await writeDraft(site.db, noon, { headline: 'Twins' })
  const paths = await Promise.all([one, two].map(async ({ id }) => (await stored(site.db, id)).input.path))
  expect(paths).toEqual(['/twins/', '/twins-2/'])
})

test('no draft takes an address that the site answers itself', async () => {
  const { id } = await writeDraft(site.db, noon, { headline: 'Search' })
  expect((await stored(site.db, id)).input.path).toBe('/search-2/')
})

test('a save against a newer version is refused and shows what is there and whose it is', async () => {
  const { id, version, content } = await writeDraft(site.db, noon)
  const hers = { ...content, headline: 'Hers' }
  must(await saveDraft(site.db, { id, version, content: hers }, oda, later(1)))
  const result = await saveDraft(site.db, { id, version, content: { ...content, headline: 'Mine' } }, ines, later(2))
  expect(result).toEqual({
    ok: false,
    reason: 'conflict',
    theirs: { version: version + 1, content: hers, savedBy: 'Oda', savedAt: later(1) },
  })
  expect((await stored(site.db, id)).input.headline).toBe('Hers')
})

test('a save that is sent a second time because its answer was lost is answered like the first', async () => {
  const { id, version, content } = await writeDraft(site.db, noon)
  const save = { id, version, content: { ...content, headline: 'Once' } }
  const first = must(await saveDraft(site.db, save, ines, noon))
  expect(await saveDraft(site.db, save, ines, noon)).toEqual(first)
  expect((await stored(site.db, id)).version).toBe(first.version)
})

test('what is saved unchanged raises no version', async () => {
  const { id, version, content } = await writeDraft(site.db, noon)
  expect(await saveDraft(site.db, { id, version, content }, ines, later(30))).toEqual({ ok: true, version })
})

test('ten minutes of one person’s typing are one revision; another person’s save is another', async () => {
  const { id, content, version } = await writeDraft(site.db, noon)
  let last = version
  const type = async (headline: string, minute: number, who = ines) => {
    const saved = await saveDraft(site.db, { id, version: last, content: { ...content, headline } }, who, later(minute))
    last = must(saved).version
  }
  await type('a', 1)
  await type('b', 9)
  await type('c', 10)
  await type('d', 12)
  await type('e', 13, oda)
  expect(await whys(id)).toEqual(['create Ines', 'save Ines', 'save Oda'])
  const contents = await site.db.revision.findMany({ where: { articleId: id }, orderBy: { id: 'asc' } })
  expect(contents.map((revision) => (revision.content as { headline: string }).headline)).toEqual(['b', 'd', 'e'])
})

test('the first save of what came from elsewhere keeps the text that was there', async () => {
  const id = await addArticle(site.db, { status: 'DRAFT', publishedAt: null, headline: 'As it came' })
  const { version, input } = await stored(site.db, id)
  const content = { ...contentOf(input), headline: 'As it is now' }
  must(await saveDraft(site.db, { id, version, content }, ines, noon))
  expect(await whys(id)).toEqual(['found', 'save Ines'])
  const first = await site.db.revision.findFirstOrThrow({ where: { articleId: id }, orderBy: { id: 'asc' } })
  expect((first.content as { headline: string }).headline).toBe('As it came')
})

test('the text of a live article is not saved over, and a working copy is asked for', async () => {
  const { id, version, content } = await writeLive(site.db, noon)
  const save = { id, version, content: { ...content, headline: 'Careless' } }
  expect(await saveDraft(site.db, save, ines, noon)).toEqual({ ok: false, reason: 'live' })
})

test('a contributor saves their own draft and nobody else’s, and learns nothing of it', async () => {
  const contributor = actor('Cem', 'CONTRIBUTOR')
  const own = await writeDraft(site.db, noon, {}, contributor)
  const { id, version, content } = await writeDraft(site.db, noon)
  must(await saveDraft(site.db, { ...own, content: { ...own.content, dek: 'Mine.' } }, contributor, noon))
  const guess = { id, version: 999, content }
  expect(await saveDraft(site.db, { ...guess, version }, contributor, noon)).toEqual({ ok: false, reason: 'forbidden' })
  expect(await saveDraft(site.db, guess, contributor, noon)).toEqual({ ok: false, reason: 'forbidden' })
})

test('a tag that is not there any more is left out, and the words are saved', async () => {
  const { id, version, content } = await writeDraft(site.db, noon)
  const filed = { ...content, dek: 'Kept.', tagIds: [999_999], authorIds: [999_999], primaryCategoryId: 999_999 }
  must(await saveDraft(site.db, { id, version, content: filed }, ines, noon))
  const { input } = await stored(site.db, id)
  expect([input.dek, input.tagIds, input.authorIds, input.primaryCategoryId]).toEqual(['Kept.', [], [], null])
})

test('an excerpt that nobody wrote follows the text', async () => {
  const { id, version, content } = await writeDraft(site.db, noon, { body: '<p>First words.</p>' })
  expect(content.excerpt).toBeNull()
  must(await saveDraft(site.db, { id, version, content: { ...content, body: '<p>Other words.</p>' } }, ines, noon))
  expect((await site.db.article.findUniqueOrThrow({ where: { id } })).excerpt).toBe('Other words.')
})

test('settings hold at once, raise the version and leave the text alone', async () => {
  const { id, version, content } = await writeLive(site.db, noon)
  const pinned = { ...settings, commentsOpen: false, pinnedUntil: later(60) }
  expect(await changeSettings(site.db, { id, version, settings: pinned }, ines, noon)).toEqual({
    ok: true,
    version: version + 1,
  })
  const { input } = await stored(site.db, id)
  expect([input.commentsOpen, input.pinnedUntil, contentOf(input)]).toEqual([false, later(60), content])
})

test('an author does not pin, and does not lift the embargo that was agreed on', async () => {
  const author = actor('Ada', 'AUTHOR')
  const { id, version } = await writeDraft(site.db, noon, {}, author)
  const pin = { id, version, settings: { ...settings, pinnedUntil: later(60) } }
  expect(await changeSettings(site.db, pin, author, noon)).toEqual({ ok: false, reason: 'forbidden' })
  const embargoed = { id, version, settings: { ...settings, embargoUntil: later(60) } }
  const done = must(await changeSettings(site.db, embargoed, author, noon))
  const lift = { id, version: done.version, settings }
  expect(await changeSettings(site.db, lift, author, noon)).toEqual({ ok: false, reason: 'forbidden' })
  must(await changeSettings(site.db, lift, ines, noon))
})
