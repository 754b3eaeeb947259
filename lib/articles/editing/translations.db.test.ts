import { expect, test } from 'vitest'
import { finishAlternates } from '@/lib/articles/alternate-mutations'
import { deleteArticle } from '@/lib/articles/bulk/mutations'
import { headTag } from '@/lib/articles/change-tags'
import { startMoving } from '@/lib/articles/moving/mutations'
import { getArticle } from '@/lib/articles/queries'
import { onInvalidation, transact } from '@/lib/invalidation'
import { PROMPT, SLOW } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'
import { getSiteFacts } from '@/lib/site/facts'
import { actor, ines, must, stored, writeDraft, writeLive, writeScheduled } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getTranslation } from './admin-queries'
import { publishChanges, saveWorkingCopy } from './copy-mutations'
import { saveDraft } from './draft-mutations'
import { publish, trash, withdraw } from './publish-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')

async function named(id: number): Promise<string[]> {
  while (await runDueJobs(site.db, PROMPT, () => noon));
  const { path } = (await stored(site.db, id)).input
  const article = await getArticle(site.db, path, await getSiteFacts(site.db), noon)
  if (!article || 'withdrawn' in article) return ['withdrawn']
  return article.alternates.map(({ locale, original }) => (original ? `${locale} original` : locale))
}

test('an article and its translations name each other, whichever of them is opened', async () => {
  const { id } = await writeLive(site.db, noon, { locale: 'en' })
  const ar = await writeLive(site.db, noon, { locale: 'ar', translationOfId: id })
  // Chosen was a translation: it is one of the same original.
  const fa = await writeLive(site.db, noon, { locale: 'fa', translationOfId: ar.id })
  expect((await stored(site.db, fa.id)).input.translationOfId).toBe(id)
  for (const one of [id, ar.id, fa.id]) expect(await named(one)).toEqual(['en original', 'ar', 'fa'])
})

test('planted: no draft, nothing scheduled and nothing withdrawn is named by anybody', async () => {
  const { id } = await writeLive(site.db, noon, { locale: 'en' })
  const draft = await writeDraft(site.db, noon, { locale: 'ar', translationOfId: id })
  await writeScheduled(site.db, noon, new Date('2026-11-24T12:00:00Z'), { locale: 'fa', translationOfId: id })
  await transact(site.db, (tx) => finishAlternates(tx, { originalId: id }))
  expect(await named(id)).toEqual([])
  must(await publish(site.db, draft, ines, noon))
  expect(await named(id)).toEqual(['en original', 'ar'])
  const { version } = await stored(site.db, draft.id)
  must(await withdraw(site.db, { id: draft.id, version, notice: 'It was wrong.' }, ines, noon))
  expect(await named(id)).toEqual([])
  const select = { alternates: true } as const
  expect(await site.db.article.findUnique({ where: { id: draft.id }, select })).toEqual({ alternates: null })
})

test('what is changed but not public yet changes nothing; then both pages hear of it', async () => {
  const { id } = await writeLive(site.db, noon, { locale: 'en' })
  const live = await writeLive(site.db, noon, { locale: 'ar' })
  const content = { ...live.content, translationOfId: id }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  expect(await named(id)).toEqual([])
  const told = new Set<string>()
  onInvalidation((tags) => {
    for (const tag of tags) told.add(tag)
  })
  must(await publishChanges(site.db, { ...live, copyVersion }, ines, noon))
  expect(await named(id)).toEqual(['en original', 'ar'])
  expect([told.has(headTag(id)), told.has(headTag(live.id))]).toEqual([true, true])
})

test('one that is no translation any more names nobody, and nobody names it', async () => {
  const { id } = await writeLive(site.db, noon, { locale: 'en' })
  const live = await writeLive(site.db, noon, { locale: 'ar', translationOfId: id })
  expect(await named(live.id)).toEqual(['en original', 'ar'])
  const { version, input } = await stored(site.db, live.id)
  const content = { ...live.content, translationOfId: null }
  const seen = { id: live.id, version, copyVersion: null, content }
  const { copyVersion } = must(await saveWorkingCopy(site.db, seen, ines, noon))
  must(await publishChanges(site.db, { id: live.id, version, copyVersion }, ines, noon))
  expect(input.translationOfId).toBe(id)
  expect([await named(live.id), await named(id)]).toEqual([[], []])
})

test('an original is no translation, and nothing is a translation of itself or of what is not there', async () => {
  const original = await writeDraft(site.db, noon)
  await writeDraft(site.db, noon, { locale: 'ar', translationOfId: original.id })
  const other = await writeDraft(site.db, noon, { locale: 'fa' })
  for (const translationOfId of [other.id, original.id]) {
    const { version } = await stored(site.db, original.id)
    const content = { ...original.content, translationOfId }
    must(await saveDraft(site.db, { id: original.id, version, content }, ines, noon))
    expect((await stored(site.db, original.id)).input.translationOfId).toBeNull()
  }
  const lost = await writeDraft(site.db, noon, { translationOfId: 999_999 })
  expect(lost.content.translationOfId).toBeNull()
})

test('planted: a headline that somebody may not read is not shown to them', async () => {
  const cem = actor('Cem', 'CONTRIBUTOR')
  const secret = await writeDraft(site.db, noon, { headline: 'Not for Cem' })
  const own = await writeDraft(site.db, noon, { locale: 'ar', translationOfId: secret.id }, cem)
  const facts = (viewer = cem) => getTranslation(viewer, site.db, own.id, own.content)
  expect(await facts()).toEqual({ of: null, isOriginal: false })
  expect(await facts(ines)).toEqual({ of: { id: secret.id, headline: 'Not for Cem' }, isOriginal: false })
  must(await publish(site.db, secret, ines, noon))
  expect(await facts()).toMatchObject({ of: { headline: 'Not for Cem' } })
})

test('an original that goes for ever leaves its translations to the oldest of them', async () => {
  const { id } = await writeLive(site.db, noon, { locale: 'en' })
  const ar = await writeLive(site.db, noon, { locale: 'ar', translationOfId: id })
  const fa = await writeLive(site.db, noon, { locale: 'fa', translationOfId: id })
  const { version } = await stored(site.db, id)
  const away = must(await withdraw(site.db, { id, version, notice: 'It was wrong.' }, ines, noon))
  const trashed = must(await trash(site.db, { id, version: away.version }, ines, noon))
  must(await deleteArticle(site.db, { id, version: trashed.version }, { ...ines, role: 'ADMIN' }, noon))
  for (const one of [ar.id, fa.id]) expect(await named(one)).toEqual(['ar original', 'fa'])
})

test('translations name the addresses to which a pattern has moved them', async () => {
  const { id } = await writeLive(site.db, noon, { locale: 'en' })
  const ar = await writeLive(site.db, noon, { locale: 'ar', translationOfId: id })
  expect(await named(id)).toEqual(['en original', 'ar'])
  const pattern = '/%year%/%month%/%slug%/'
  must(await startMoving(site.db, { pattern }, { ...ines, role: 'ADMIN' }, noon))
  for (let done = 1; done > 0; ) done = await runDueJobs(site.db, SLOW, () => noon)
  // What is moved asks for it by the clock of the wall.
  while (await runDueJobs(site.db, PROMPT, () => new Date()));
  const paths = await Promise.all([id, ar.id].map(async (one) => (await stored(site.db, one)).input.path))
  expect(paths.every((path) => path.startsWith('/2026/11/'))).toBe(true)
  const article = await getArticle(site.db, paths[0] ?? '', await getSiteFacts(site.db), noon)
  expect(article && 'alternates' in article && article.alternates.map(({ path }) => path)).toEqual(paths)
})
