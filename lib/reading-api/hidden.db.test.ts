import { beforeAll, expect, test } from 'vitest'
import type { Content } from '@/lib/articles/editing/content'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { changeSettings } from '@/lib/articles/editing/draft-mutations'
import { submit, trash, withdraw } from '@/lib/articles/editing/publish-mutations'
import { getSiteFacts } from '@/lib/site/facts'
import { askEverything } from '@/lib/testing/data-answers'
import { ines, must, writeDraft, writeLive, writeScheduled } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { OWN_NUMBERS } from '@/lib/wordpress/rest/numbers'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const SITE = 'http://localhost'

/** Stands in every text that readers must not see, and nowhere else. */
const SECRET = 'zanzibarite'
const secretly = (slug: string): Partial<Content> => ({
  slug: `${SECRET}-${slug}`,
  headline: `${SECRET} ${slug}`,
  kicker: SECRET,
  dek: `${SECRET}.`,
  excerpt: SECRET,
  body: `<p>It is ${SECRET}.</p>`,
  bylineOverride: SECRET,
  leadImage: { src: `/${SECRET}.png`, alt: SECRET, caption: SECRET, credit: SECRET, width: 10, height: 10 },
})

beforeAll(async () => {
  await writeDraft(site.db, noon, secretly('draft'))
  must(await submit(site.db, await writeDraft(site.db, noon, secretly('review')), ines, noon))
  await writeScheduled(site.db, noon, later(60), secretly('scheduled'))
  must(await trash(site.db, await writeDraft(site.db, noon, secretly('trashed')), ines, noon))
  const embargoed = await writeDraft(site.db, noon, secretly('embargoed'))
  const settings = { commentsOpen: true, pinnedUntil: later(999), embargoUntil: later(60) }
  must(await changeSettings(site.db, { ...embargoed, settings }, ines, noon))
  const live = await writeLive(site.db, noon, secretly('withdrawn'))
  must(await withdraw(site.db, { id: live.id, version: live.version, notice: 'Gone.' }, ines, noon))
  // Of this one nothing but the working copy is secret.
  const shown = await writeLive(site.db, noon, { headline: 'Seen by all', slug: 'seen' })
  must(
    await saveWorkingCopy(
      site.db,
      { ...shown, copyVersion: null, content: { ...shown.content, ...secretly('copy') } },
      ines,
      noon,
    ),
  )
})

/** Questions about some articles that are answered with the word, but for those that say it themselves. */
async function leaks(where: { id?: number } = {}): Promise<string[]> {
  const { db } = site
  const articles = await db.article.findMany({ where, select: { id: true, path: true, slug: true } })
  const start = { db, facts: await getSiteFacts(db), siteUrl: SITE, now: later(1) }
  const answers = await askEverything(start, articles, SECRET)
  expect(JSON.stringify(answers)).toContain('Seen by all')
  return Object.entries(answers).flatMap(([name, answer]) =>
    JSON.stringify(answer ?? null).includes(SECRET) ? [name] : [],
  )
}

test('programs are told of nothing that is not public', async () => {
  expect(await leaks()).toEqual([])
})

test.each(['draft', 'review', 'scheduled', 'trashed', 'embargoed', 'withdrawn'])(
  'planted: a text that is %s, made public from outside, is found',
  async (slug) => {
    const { id, path, ...was } = await site.db.article.findFirstOrThrow({
      where: { slug: { startsWith: `${SECRET}-${slug}` } },
      select: { id: true, path: true, status: true, publishedAt: true, publishedDay: true },
    })
    const isPublic = { status: 'PUBLISHED', publishedAt: noon, publishedDay: 20261123 } as const
    await site.db.article.update({ where: { id }, data: isPublic })
    expect(await leaks({ id })).toEqual(
      expect.arrayContaining([
        `/wp-json/wp/v2/posts/${OWN_NUMBERS + id}?_embed`,
        '/wp-json/wp/v2/posts?orderby=modified&per_page=100&_embed',
        `/api/v1/articles/${id}`,
        `/oembed/?url=${encodeURIComponent(SITE + path)}`,
      ]),
    )
    await site.db.article.update({ where: { id }, data: was })
    expect(await leaks({ id })).toEqual([])
  },
)

test('planted: left in an archive, a draft is not drawn', async () => {
  const { id } = await site.db.article.findUniqueOrThrow({ where: { path: `/${SECRET}-draft/` } })
  await site.db.archiveEntry.create({ data: { key: 'all', articleId: id, publishedDay: 20261123, publishedAt: noon } })
  expect(await leaks({ id })).toEqual([])
})
