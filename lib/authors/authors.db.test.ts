import { expect, test } from 'vitest'
import { authorKey } from '@/lib/archives/keys'
import { findMovedArchive } from '@/lib/archives/moved-queries'
import { getArchivePage } from '@/lib/archives/queries'
import { listArticles } from '@/lib/articles/admin-queries'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { saveDraft } from '@/lib/articles/editing/draft-mutations'
import { readArticleList } from '@/lib/articles/list-view'
import { SLOW } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'
import { getSearchPage } from '@/lib/search/queries'
import { getSiteFacts } from '@/lib/site/facts'
import { countedArchives } from '@/lib/testing/filed'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { addPerson } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import { findTypedAuthor, getAuthorLine, listAuthorLines, seenOf } from './admin-queries'
import { authorFromRow } from './author'
import { createAuthor, deleteAuthor, editAuthor } from './change-mutations'
import { linkAccount, mergeAuthor } from './merge-mutations'
import { findAuthors } from './queries'
import { type AuthorWords, MOST_SPELLINGS } from './schema'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const boss = actor('Boss', 'ADMIN')
const refused = (reason: string) => ({ ok: false, reason })

let made = 0
async function make(name = `Maren ${++made}`): Promise<AuthorWords & { id: number }> {
  const { id } = must(await createAuthor(site.db, { name, slug: '' }, ines, now))
  const { slug } = await site.db.author.findUniqueOrThrow({ where: { id } })
  return { id, name, slug, bio: '', beat: '', locale: null, spellings: [], links: [], portrait: null }
}
const seen = async (id: number) => seenOf(authorFromRow(await site.db.author.findUniqueOrThrow({ where: { id } })))
const edit = async (words: AuthorWords & { id: number }, by = ines) =>
  editAuthor(site.db, { ...words, seen: await seen(words.id) }, by, now)
const runJobs = async () => {
  while (await runDueJobs(site.db, SLOW, () => now));
}
async function foundBy(words: string): Promise<string[]> {
  const page = await getSearchPage(site.db, words, 1, await getSiteFacts(site.db), now)
  return page?.found.map(({ article }) => article.headline) ?? []
}
const named = async (words: string) => findAuthors(await getSiteFacts(site.db), words).map(({ id }) => id)
const writtenBy = async (id: number) =>
  (await getArchivePage(site.db, authorKey(id), 1, await getSiteFacts(site.db), now))?.total

test('whoever looks for any spelling finds the author and what they wrote, and no more when it goes', async () => {
  const author = await make('Orla Quay')
  await writeLive(site.db, now, { headline: 'Low water', authorIds: [author.id] })
  must(await edit({ ...author, spellings: ['أورلا كي', 'Орла Куэй'] }))
  await runJobs()
  for (const words of ['Orla Quay', 'اورلا كي', 'орла куэй']) {
    expect([words, await foundBy(words), await named(words)]).toEqual([words, ['Low water'], [author.id]])
  }
  must(await edit({ ...author, name: 'Orla Strand' }))
  await runJobs()
  expect([await foundBy('Орла Куэй'), await named('Quay'), await foundBy('Orla Strand')]).toEqual([
    [],
    [],
    ['Low water'],
  ])
})

test('another address leads on from the old one, and one that somebody has is refused', async () => {
  const [author, other] = [await make(), await make()]
  const moved = { ...author, slug: `${author.slug}-moved` }
  must(await edit(moved))
  expect(await findMovedArchive(site.db, `/author/${author.slug}/`)).toBe(`/author/${moved.slug}/`)
  expect(await edit({ ...moved, slug: other.slug })).toEqual(refused('addressTaken'))
  must(await edit({ ...moved, slug: author.slug }))
  expect(await findMovedArchive(site.db, `/author/${author.slug}/`)).toBeNull()
})

test('everybody edits their own profile, but its address; editors edit all', async () => {
  const [author, other] = [await make(), await make()]
  const maren = { ...actor('Maren', 'CONTRIBUTOR'), authorId: author.id }
  must(await edit({ ...author, bio: 'Mine.', slug: 'elsewhere' }, maren))
  expect(await site.db.author.findUnique({ where: { id: author.id } })).toMatchObject({
    ...{ bio: 'Mine.', slug: author.slug },
  })
  expect(await edit({ ...other, bio: 'Not mine.' }, maren)).toEqual(refused('forbidden'))
  expect(await createAuthor(site.db, { name: 'X', slug: '' }, maren, now)).toEqual(refused('forbidden'))
  expect(await mergeAuthor(site.db, { id: author.id, intoId: other.id }, maren, now)).toEqual(refused('forbidden'))
  expect(await deleteAuthor(site.db, { id: author.id }, maren, now)).toEqual(refused('forbidden'))
  expect(await linkAccount(site.db, { id: other.id, userId: maren.id }, ines, now)).toEqual(refused('forbidden'))
  const { authors, total } = await listAuthorLines(site.db, maren, { words: '', page: 1 })
  expect([authors.map(({ id }) => id), total]).toEqual([[author.id], 1])
  expect(await getAuthorLine(site.db, maren, other.id)).toBeNull()
  must(await edit({ ...other, bio: 'An editor’s.' }))
})

test('a photo is one of the library’s, or the one that was there', async () => {
  const author = await make()
  const src = '/media/faces/400x400.jpg'
  const portrait = { src, alt: 'Maren on a pier' }
  expect(await edit({ ...author, portrait })).toEqual(refused('pictureMissing'))
  const media = { path: src, mimeType: 'image/jpeg', width: 400, height: 400 }
  const { id } = await site.db.media.create({ data: media })
  expect(await edit({ ...author, portrait })).toEqual(refused('pictureMissing'))
  await site.db.media.update({ where: { id }, data: { storedAt: now } })
  must(await edit({ ...author, portrait }))
  await site.db.media.delete({ where: { id } })
  must(await edit({ ...author, portrait: { src, alt: 'On a pier' } }))
  const { authors } = await getSiteFacts(site.db)
  expect(authors.get(author.id)?.portrait).toMatchObject({ src, alt: 'On a pier', width: 400, height: 400 })
  must(await edit(author))
  expect((await getSiteFacts(site.db)).authors.get(author.id)?.portrait).toBeNull()
})

test('merged, all that named the one names the other once, at one address', async () => {
  const [from, into] = [await make('M. Holt'), await make('Maren Holt')]
  for (const authorIds of [[from.id], [from.id, into.id], [into.id]]) await writeLive(site.db, now, { authorIds })
  const draft = await writeDraft(site.db, now, { authorIds: [from.id], authorRoles: { [from.id]: 'photographs' } })
  const live = await writeLive(site.db, now)
  const content = { ...live.content, authorIds: [from.id] }
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, now))
  expect(await mergeAuthor(site.db, { id: from.id, intoId: from.id }, ines, now)).toEqual(refused('same'))
  const { articles } = must(await mergeAuthor(site.db, { id: from.id, intoId: into.id }, ines, now))
  expect([articles, await writtenBy(from.id), await writtenBy(into.id)]).toEqual([3, 0, 3])
  expect((await stored(site.db, draft.id)).input.authorRoles).toEqual({ [into.id]: 'photographs' })
  expect(await findMovedArchive(site.db, `/author/${from.slug}/`)).toBe(`/author/${into.slug}/`)
  expect(await named('M. Holt')).toEqual([into.id])
  // Who had the old one in hand saves the new one.
  must(await saveDraft(site.db, { ...draft, content: { ...draft.content, headline: 'Later' } }, ines, now))
  expect((await stored(site.db, draft.id)).input.authorIds).toEqual([into.id])
  const list = readArticleList({ author: String(into.id) })
  expect((await listArticles(site.db, ines, list)).articles).toHaveLength(4)
  const { rows, entries } = await countedArchives(site.db)
  expect(rows).toEqual(entries)
  expect(await mergeAuthor(site.db, { id: from.id, intoId: into.id }, ines, now)).toEqual(refused('gone'))
})

test('an account goes along, and what was written under the old profile stays its own', async () => {
  const [from, into] = [await make(), await make()]
  const person = await addPerson(site.db, { password: null, role: 'CONTRIBUTOR' })
  must(await linkAccount(site.db, { id: from.id, userId: person.id }, boss, now))
  const draft = await writeDraft(site.db, now, { authorIds: [from.id] })
  const merge = { id: from.id, intoId: into.id }
  expect(await mergeAuthor(site.db, merge, ines, now)).toEqual(refused('hasAccount'))
  expect((await stored(site.db, draft.id)).input.authorIds).toEqual([from.id])
  must(await mergeAuthor(site.db, merge, boss, now))
  const event = await site.db.auditEvent.findFirst({ where: { object: `author:${into.id}`, actorName: 'Boss' } })
  expect(event?.details).toMatchObject({ did: 'merge', account: person.id })
  const { authorId } = await site.db.user.findUniqueOrThrow({ where: { id: person.id } })
  expect(authorId).toBe(into.id)
  const { articles } = await listArticles(site.db, { ...person, authorId }, readArticleList({}))
  expect(articles.map(({ id }) => id)).toEqual([draft.id])
})

test('one account has one profile, and gives it back', async () => {
  const [one, two] = [await make(), await make()]
  const person = await addPerson(site.db, { password: null })
  const link = (id: number, userId: string) => linkAccount(site.db, { id, userId }, boss, now)
  const theirs = async () => (await site.db.user.findUniqueOrThrow({ where: { id: person.id } })).authorId
  must(await link(one.id, person.id))
  expect(await link(two.id, person.id)).toEqual(refused('accountTaken'))
  expect(await link(two.id, 'nobody')).toEqual(refused('accountTaken'))
  expect(await theirs()).toBe(one.id)
  const other = await addPerson(site.db, { password: null })
  must(await link(one.id, other.id))
  expect(await theirs()).toBeNull()
  must(await link(one.id, ''))
  expect(await site.db.user.count({ where: { authorId: one.id } })).toBe(0)
})

test('whoever saves over another’s change hears of it, and changes nothing', async () => {
  const author = await make()
  const mine = { ...author, bio: 'Mine.', seen: await seen(author.id) }
  must(await edit({ ...author, bio: 'Theirs.' }, boss))
  expect(await editAuthor(site.db, mine, ines, now)).toEqual(refused('conflict'))
  const line = await getAuthorLine(site.db, ines, author.id)
  expect(line?.bio).toBe('Theirs.')
  must(await editAuthor(site.db, { ...mine, seen: line ? seenOf(line) : '' }, ines, now))
})

test('a merged profile has no more spellings than its form can save', async () => {
  const [from, into] = [await make(), await make()]
  const many = (prefix: string) => Array.from({ length: MOST_SPELLINGS - 5 }, (_, i) => `${prefix} ${i}`)
  must(await edit({ ...from, spellings: many('from') }))
  must(await edit({ ...into, spellings: many('into') }))
  must(await mergeAuthor(site.db, { id: from.id, intoId: into.id }, ines, now))
  const { authors } = await getSiteFacts(site.db)
  expect(authors.get(into.id)?.spellings).toEqual([...many('into'), from.name, ...many('from').slice(0, 4)])
})

test('only whom no article names is deleted, nor a change that readers do not see yet', async () => {
  const [author, chosen, free] = [await make(), await make(), await make()]
  await writeDraft(site.db, now, { authorIds: [author.id] })
  const live = await writeLive(site.db, now)
  const content = { ...live.content, authorIds: [chosen.id] }
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, now))
  for (const { id } of [author, chosen])
    expect(await deleteAuthor(site.db, { id }, ines, now)).toEqual(refused('notEmpty'))
  must(await deleteAuthor(site.db, { id: free.id }, ines, now))
  expect(await named(free.name)).toEqual([])
})

test('whom to merge into is said by address, or by a name that nobody else has', async () => {
  const [one, two, other] = [await make('Twin Name'), await make('Twin Name Two'), await make('Only One')]
  must(await edit({ ...two, name: 'Twin Name' }))
  const find = (typed: string, except = other.id) => findTypedAuthor(site.db, typed, except)
  expect(await find('twin name')).toBe('authorAmbiguous')
  expect([await find('twin name', one.id), await find(one.slug), await find(' ONLY ONE ', one.id)]).toEqual([
    ...[two.id, one.id, other.id],
  ])
  expect(await find('nobody at all')).toBe('authorUnknown')
})

test('what was done stands in the audit log; what changed nothing does not', async () => {
  const author = await make()
  must(await edit({ ...author, bio: 'Said.' }))
  const events = () => site.db.auditEvent.findMany({ where: { object: `author:${author.id}` }, orderBy: { id: 'asc' } })
  must(await edit({ ...author, bio: 'Said.' }))
  expect((await events()).map(({ act, details }) => [act, (details as { fields?: string }).fields])).toEqual([
    ['authors.arrange', undefined],
    ['authors.edit', 'bio'],
  ])
})
