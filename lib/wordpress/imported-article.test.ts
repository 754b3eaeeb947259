import { expect, test } from 'vitest'
import { comment, item, recordsOf, SITE, type WxrExport, type WxrPost, wxr } from '@/lib/testing/wxr'
import { importedArticle, sourceIdOf, standingOf } from './imported-article'
import { bodyConverter, bodyFacts, postBody } from './post-body'
import { ImportReport } from './report'
import { Survey } from './survey'

const now = new Date('2026-11-22T12:00:00Z')
const NO_DATE = '0000-00-00 00:00:00'
const DRAFT = { 'wp:status': 'draft', 'wp:post_date_gmt': NO_DATE, link: `${SITE}/?p=1` }

/** What becomes of the first item of an export with these others, and what is told of it. */
function imported(post: WxrPost = {}, others: string[] = [], more: WxrExport = {}) {
  const categories = ['harbour', 'uncategorized', 'ferries'].map((slug, i) => ({
    term_id: i + 1,
    category_nicename: slug,
    category_parent: slug === 'ferries' ? 'harbour' : '',
    cat_name: slug,
  }))
  const authors = [{ author_login: 'maren', author_display_name: 'Maren Vos' }]
  const records = recordsOf(wxr({ authors, categories, ...more, items: [item(1, post), ...others] }))
  const survey = new Survey()
  for (const record of records) survey.add(record)
  survey.settle()
  const first = records.find((record) => record.kind === 'item')
  if (first?.kind !== 'item') throw new Error('no item')
  const report = new ImportReport()
  const ids = {
    categories: new Map([
      ['harbour', 1],
      ['uncategorized', 2],
      ['harbour/ferries', 3],
    ]),
    tags: new Map([
      ['tide', 7],
      ['wind', 8],
    ]),
    authors: new Map([
      ['maren', 5],
      ['term:jo', 6],
    ]),
  }
  const context = { survey, ids, isStored: (path: string) => path.endsWith('/here.jpg'), report }
  const standing = standingOf(first.item, survey, now)
  if (!standing) throw new Error('not imported')
  const body = bodyConverter(bodyFacts(survey))(postBody(first.item))
  return { ...importedArticle(first.item, 'hash', standing, body, context), told: report.lines().join('\n') }
}
const fields = (all: NonNullable<WxrPost['fields']>): WxrPost => ({ fields: all })
const dated = [2, 3].map((id) => item(id, fields({ link: `${SITE}/2024/01/15/tide-${id}/` })))

test('a published post: its address, its day and its moment, its number and its guid', () => {
  const { input, sourceId, oldPaths } = imported(
    {
      fields: { link: `${SITE}/2024/01/15/%d9%85%d8%af/`, 'wp:post_name': '%d9%85%d8%af' },
      meta: [['_wp_old_slug', 'old']],
    },
    dated,
  )
  expect(sourceId).toBe(1)
  expect(oldPaths).toEqual(['/2024/01/15/old/'])
  expect(input).toMatchObject({
    kind: 'ARTICLE',
    status: 'PUBLISHED',
    path: '/2024/01/15/مد/',
    slug: 'مد',
    headline: 'Tide 1',
    body: '<p>The harbour at half past 1.</p>',
    locale: 'en-GB',
    publishedAt: new Date('2024-01-15T09:00:00Z'),
    publishedDay: 20240115,
    revisedAt: null,
    trashedAt: null,
    publishAt: null,
    createdAt: new Date('2024-01-15T09:00:00Z'),
    guid: `${SITE}/?p=1`,
    authorIds: [5],
    commentsOpen: true,
    source: { site: SITE, id: 1, hash: 'hash', notes: { status: 'publish' } },
  })
})

test.each([
  ['by slug', { ...DRAFT }, [], '/tide-1/'],
  ['by date and slug', { ...DRAFT }, dated, '/2024/01/15/tide-1/'],
  ['by its title', { ...DRAFT, 'wp:post_name': '', title: 'Tide &amp; Wind' }, [], '/tide-wind/'],
  ['by its number', { ...DRAFT, 'wp:post_name': '', title: '' }, [], '/text-1/'],
  ['never as the preview’s link', { ...DRAFT, link: `${SITE}/?p=1&preview=true` }, [], '/tide-1/'],
  ['not even where its link is one', { ...DRAFT, link: `${SITE}/secret/` }, [], '/tide-1/'],
  ['without what the trash added', { 'wp:status': 'trash', 'wp:post_name': 'tide-1__trashed-2' }, [], '/tide-1/'],
  ['with no slash out of its slug', { ...DRAFT, 'wp:post_name': 'a/b', title: 'Wind' }, [], '/wind/'],
  ['with no dots for a slug', { ...DRAFT, 'wp:post_name': '..', title: 'Wind' }, [], '/wind/'],
])('a draft is addressed %s', (_, draft, others, path) => {
  expect(imported(fields(draft), others).input.path).toBe(path)
})

test('a draft has no moment of publication, and readers no revision', () => {
  expect(imported(fields(DRAFT)).input).toMatchObject({
    status: 'DRAFT',
    publishedAt: null,
    publishedDay: null,
    publishAt: null,
    revisedAt: null,
  })
  expect(imported({ ...fields(DRAFT), meta: [['_wp_old_slug', 'old']] }).oldPaths).toEqual([])
})

test('a published post without an address of its own gets one, and it is told', () => {
  const { input, told } = imported(fields({ link: `${SITE}/?p=1` }))
  expect([input.status, input.path]).toEqual(['PUBLISHED', '/tide-1/'])
  expect(told).toContain('no address of their own in the export; one was made: 1 (/tide-1/)')
})

test('the page that was the front gets an address of its own', () => {
  const { input, told } = imported(fields({ 'wp:post_type': 'page', link: `${SITE}/`, 'wp:post_name': 'home' }))
  expect([input.kind, input.path]).toEqual(['PAGE', '/home/'])
  expect(told).toContain('page was the front')
})

test.each([
  ['2024-01-15 09:00:30', null],
  ['2024-01-15 09:01:00', null],
  ['2024-01-15 09:01:01', new Date('2024-01-15T09:01:01Z')],
  ['2024-01-14 09:00:00', null],
  [NO_DATE, null],
])('changed at %s: revised %s', (modified, revisedAt) => {
  const post = fields({ 'wp:post_modified_gmt': modified, 'wp:post_modified': NO_DATE })
  expect(imported(post).input.revisedAt).toEqual(revisedAt)
})

test('the moment it was thrown away is kept, else its last change', () => {
  const trash = { 'wp:status': 'trash', 'wp:post_modified_gmt': '2024-02-01 00:00:00' }
  const { input } = imported({ fields: trash, meta: [['_wp_trash_meta_time', '1706000000']] })
  expect(input).toMatchObject({ status: 'DRAFT', trashedAt: new Date(1_706_000_000_000) })
  expect(imported(fields(trash)).input.trashedAt).toEqual(new Date('2024-02-01T00:00:00Z'))
})

test('the category that leads is the one chosen in a plugin, else the first that says something', () => {
  const terms: WxrPost['terms'] = [
    ['category', 'uncategorized', ''],
    ['category', 'harbour', ''],
    ['category', 'ferries', ''],
    ['post_tag', 'wind', ''],
    ['post_tag', 'tide', ''],
    ['post_tag', 'wind', ''],
  ]
  expect(imported({ terms }).input).toMatchObject({ primaryCategoryId: 1, categoryIds: [2, 1, 3], tagIds: [8, 7] })
  const chosen = (value: string) => imported({ terms, meta: [['_yoast_wpseo_primary_category', value]] }).input
  expect(chosen('3').primaryCategoryId).toBe(3)
  expect(chosen('99').primaryCategoryId).toBe(1)
  expect(imported({ terms: terms.slice(0, 1) }).input.primaryCategoryId).toBeNull()
})

test('what search engines are told comes along, as the site’s own pages will say it', () => {
  const terms: WxrPost['terms'] = [['category', 'harbour', 'Harbour']]
  const meta: WxrPost['meta'] = [
    ['_yoast_wpseo_title', '%%primary_category%%: %%title%% %%sep%% %%sitename%%'],
    ['_yoast_wpseo_metadesc', 'All tides, says %%name%%.'],
    ['_yoast_wpseo_canonical', 'https://elsewhere.example/tide/'],
    ['_yoast_wpseo_meta-robots-noindex', '1'],
  ]
  expect(imported({ terms, meta }).input).toMatchObject({
    seoTitle: 'Harbour: Tide 1',
    seoDescription: 'All tides, says Maren Vos.',
    canonicalUrl: 'https://elsewhere.example/tide/',
    noIndex: true,
  })
  const { input, told } = imported({ meta: [['rank_math_title', '%title% in %currentyear%']] })
  expect(input.seoTitle).toBeNull()
  expect(told).toContain('placeholders that only a plugin fills; they are left out: 1 (Tide 1 (%currentyear%))')
})

test('authors in the order of the byline; a stranger is nobody, and told, never somebody else', () => {
  expect(
    imported({
      terms: [
        ['author', 'jo', 'Jo'],
        ['author', 'maren', 'Maren'],
      ],
    }).input.authorIds,
  ).toEqual([6, 5])
  const { input, told } = imported(fields({ 'dc:creator': 'gone' }))
  expect(input.authorIds).toEqual([])
  expect(told).toContain('they have no author: 1 (gone (Tide 1))')
})

test('what nothing here is made for is kept beside it', () => {
  const { input } = imported({
    fields: { 'wp:post_password': 'secret', 'content:encoded': 'A [pricing plan="a"] B' },
    terms: [['genre', 'x', 'Longread']],
    meta: [['views', '3']],
  })
  expect(input.source?.notes).toEqual({
    status: 'publish',
    locked: true,
    terms: { genre: ['Longread'] },
    meta: { views: '3' },
    losses: { 'shortcode pricing': 1 },
  })
  expect(JSON.stringify(input)).not.toContain('secret')
})

test('the excerpt is what was written, else the teaser, unless a dek says it', () => {
  const body = { 'content:encoded': 'Before.\n\n<!--more-->\n\nAfter.' }
  expect(imported(fields({ ...body, 'excerpt:encoded': '<p>Short &amp; good</p>' })).input.excerpt).toBe('Short & good')
  expect(imported(fields(body)).input.excerpt).toBe('Before.')
  expect(imported().input.excerpt).toBeNull()
  const { dek, excerpt } = imported({ ...fields(body), meta: [['newspack_post_subtitle', 'A dek']] }).input
  expect([dek, excerpt]).toEqual(['A dek', null])
})

test('pictures of this site whose file is not here are named', () => {
  const up = '/wp-content/uploads'
  const body = `<img src="${SITE}${up}/gone.jpg"><img src="${SITE}${up}/here.jpg"><img src="https://cdn.example/x.jpg">`
  const lead = item(9, fields({ 'wp:post_type': 'attachment', 'wp:attachment_url': `${SITE}${up}/lead.jpg` }))
  const { input } = imported({ fields: { 'content:encoded': body }, meta: [['_thumbnail_id', '9']] }, [lead])
  expect(input.leadImage).toMatchObject({ src: `${up}/lead.jpg` })
  expect(input.missingImages).toEqual([`${up}/lead.jpg`, `${up}/gone.jpg`])
})

test('editors’ notes are left out of the comments, pingbacks are kept apart by kind', () => {
  const comments = [comment(1), comment(2, { type: 'note', parent: 1 }), comment(3, { type: 'pingback' })]
  const { comments: kept, leftOut } = imported({ comments })
  expect(kept.map((one) => `${one.comment.id} ${one.comment.kind}`)).toEqual(['1 COMMENT', '3 PINGBACK'])
  expect(leftOut.map(({ id }) => id)).toEqual([2])
})

test('guesses are told: no title, no date, pinned, private', () => {
  const gaps = { title: '', 'wp:is_sticky': 1, 'wp:status': 'private', pubDate: '' }
  const noDates = Object.fromEntries(
    ['date', 'date_gmt', 'modified', 'modified_gmt'].map((name) => [`wp:post_${name}`, NO_DATE]),
  )
  const { input, told } = imported(fields({ ...gaps, ...noDates }))
  expect([input.headline, input.createdAt]).toEqual(['(untitled)', new Date('2024-03-01T08:00:00Z')])
  for (const line of ['without a title', 'without a date', 'pinned to the front', 'texts were private: a draft'])
    expect(told).toContain(line)
})

test('an item without a number gets one that stays, below zero', () => {
  const numberOf = (guid: string) => {
    const record = recordsOf(wxr({ items: [item(0, fields({ 'wp:post_id': '', guid }))] })).at(-1)
    return record?.kind === 'item' ? sourceIdOf(record.item) : 0
  }
  expect(numberOf('a')).toBeLessThan(0)
  expect(numberOf('a')).toBe(numberOf('a'))
  expect(numberOf('a')).not.toBe(numberOf('b'))
  expect(imported(fields({ guid: '' })).input.guid).toBe(`${SITE}/?p=1`)
})
