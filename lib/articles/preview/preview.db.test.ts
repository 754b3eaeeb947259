import { expect, test } from 'vitest'
import { getSiteFacts } from '@/lib/site/facts'
import { actor, ines, must, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { discardWorkingCopy, saveWorkingCopy } from '../editing/copy-mutations'
import { publish, trash, withdraw } from '../editing/publish-mutations'
import { getPreview, listPreviewLinks, openPreviewLink } from './admin-queries'
import { endPreviewLink, makePreviewLink } from './mutations'
import { previewToken } from './token'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const refused = (reason: string) => ({ ok: false, reason })

async function open(token: string, at = noon) {
  return openPreviewLink(site.db, token, await getSiteFacts(site.db), at)
}

async function linkTo(articleId: number, hours = 168, by = ines) {
  const link = must(await makePreviewLink(site.db, { articleId, hours, label: 'The harbour master' }, by, noon))
  return { ...link, token: previewToken(link) }
}

test('whoever has the link reads the draft as it is at that moment, until its time is over', async () => {
  const draft = await writeDraft(site.db, noon, { headline: 'Not out yet', dek: 'Hear hear.' })
  const { token } = await linkTo(draft.id)
  const opened = await open(token, later(167))
  expect(opened).toMatchObject({
    preview: {
      stage: 'draft',
      article: { headline: 'Not out yet', dek: 'Hear hear.', commentCount: 0 },
      comments: null,
    },
    until: later(168),
  })
  expect(await open(token, later(168))).toBeNull()
})

test('of a live article it shows the working copy, and without one leads to where everybody reads it', async () => {
  const live = await writeLive(site.db, noon, { slug: 'live-one' })
  const { token } = await linkTo(live.id)
  expect(await open(token)).toEqual({ publicPath: '/live-one/' })
  const content = { ...live.content, headline: 'What nobody has read' }
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  expect(await open(token)).toMatchObject({
    preview: { stage: 'changes', article: { headline: 'What nobody has read' } },
  })
})

test('of a live article it shows what everybody reads below it, and nothing that is held', async () => {
  const live = await writeLive(site.db, noon)
  for (const [id, status] of [
    [71, 'APPROVED'],
    [72, 'HELD'],
  ] as const) {
    const said = { authorName: `Reader ${id}`, text: 'I saw it.', createdAt: noon }
    await site.db.comment.create({ data: { id, articleId: live.id, status, ...said } })
  }
  const content = { ...live.content, headline: 'Changed below its comments' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  const { token } = await linkTo(live.id)
  expect(await open(token)).toMatchObject({
    preview: { article: { commentCount: 1, commentsOpen: true }, comments: { comments: [{ id: 71 }], total: 1 } },
  })
  must(await discardWorkingCopy(site.db, { ...live, copyVersion }, ines, noon))
  const { version } = must(await withdraw(site.db, { ...live, notice: 'Gone.' }, ines, noon))
  const within = await getPreview(ines, site.db, live.id, await getSiteFacts(site.db), noon)
  expect([version > live.version, within?.comments]).toEqual([true, null])
})

test('a link that was ended opens nothing, nor does one that was bent', async () => {
  const draft = await writeDraft(site.db, noon)
  const { token, id, expiresAt } = await linkTo(draft.id)
  expect(await open(previewToken({ id, expiresAt: later(9_000) }))).toBeNull()
  expect(await open(previewToken({ id: id + 1, expiresAt }))).toBeNull()
  must(await endPreviewLink(site.db, { linkId: id }, ines, noon))
  expect(await open(token)).toBeNull()
  expect(await endPreviewLink(site.db, { linkId: id }, ines, noon)).toEqual(refused('missing'))
})

test('what is thrown away or withdrawn is shown to nobody outside, whatever link they have', async () => {
  const draft = await writeDraft(site.db, noon)
  const thrown = await linkTo(draft.id)
  must(await trash(site.db, draft, ines, noon))
  expect(await open(thrown.token)).toBeNull()
  const other = await writeDraft(site.db, noon)
  const { token } = await linkTo(other.id)
  const { version } = must(await publish(site.db, other, ines, noon))
  must(await withdraw(site.db, { id: other.id, version, notice: 'Gone.' }, ines, noon))
  expect(await open(token)).toBeNull()
  expect(await makePreviewLink(site.db, { articleId: other.id, hours: 1, label: '' }, ines, noon)).toEqual(
    refused('status'),
  )
  expect(await getPreview(ines, site.db, other.id, await getSiteFacts(site.db), noon)).not.toBeNull()
})

test('how often it was opened is counted; who made and who ended it is written down', async () => {
  const draft = await writeDraft(site.db, noon)
  const { token, id } = await linkTo(draft.id)
  await open(token, later(1))
  await open(token, later(2))
  await open(`${token}x`, later(3))
  must(await endPreviewLink(site.db, { linkId: id }, ines, later(4)))
  const [line] = await listPreviewLinks(ines, site.db, draft.id)
  expect(line).toMatchObject({
    ...{ label: 'The harbour master', opened: 2, openedAt: later(2), madeByName: 'Ines' },
    ...{ revokedAt: later(4), revokedByName: 'Ines' },
  })
  const events = await site.db.auditEvent.findMany({ where: { object: `article:${draft.id}` }, orderBy: { id: 'asc' } })
  expect(events.filter(({ act }) => act === 'articles.share').map(({ details }) => details)).toEqual([
    { link: id, until: later(168).toISOString(), label: 'The harbour master' },
    { link: id, ended: true },
  ])
  expect(JSON.stringify(events)).not.toContain(token.split('.')[2])
})

test('whoever may not edit it neither sees, shares nor ends anything', async () => {
  const draft = await writeDraft(site.db, noon)
  const { id } = await linkTo(draft.id)
  const facts = await getSiteFacts(site.db)
  for (const role of ['CONTRIBUTOR', 'AUTHOR'] as const) {
    const cem = actor('Cem', role)
    expect(await getPreview(cem, site.db, draft.id, facts, noon)).toBeNull()
    expect(await listPreviewLinks(cem, site.db, draft.id)).toEqual([])
    const wanted = { articleId: draft.id, hours: 1, label: '' }
    expect(await makePreviewLink(site.db, wanted, cem, noon)).toEqual(refused('forbidden'))
    expect(await endPreviewLink(site.db, { linkId: id }, cem, noon)).toEqual(refused('forbidden'))
    const own = await writeDraft(site.db, noon, {}, cem)
    must(await makePreviewLink(site.db, { ...wanted, articleId: own.id }, cem, noon))
  }
  expect(await makePreviewLink(site.db, { articleId: 999_999, hours: 1, label: '' }, ines, noon)).toEqual(
    refused('missing'),
  )
})
