import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '@/lib/db'
import { unfollowInvalidations } from '@/lib/invalidation'
import { plainText } from '@/lib/markup/plain-text'
import { getSiteFacts } from '@/lib/site/facts'
import { measuredImport } from '@/lib/testing/measured-import'
import { restAnswer } from './answer-queries'

// What WordPress 6.1 answered, and what this site answers after importing the same site's export (CORPUS_DIR).

/** Where that site ran: ours says the same addresses. */
const SITE = 'http://127.0.0.1:8790'
const WORDPRESS = join(process.env.CORPUS_DIR ?? '', 'wordpress')

type Item = Record<string, unknown>
/** An answer's file, how it was asked for, and the least share of fields that agree. */
const LISTS: [file: string, asked: string, least: number][] = [
  ['posts-embed', 'posts?per_page=10&_embed', 0.9],
  ['posts-p2', 'posts?per_page=100&page=2', 0.9],
  ['pages', 'pages', 0.9],
  ['media', 'media?per_page=20', 0.9],
  ['categories', 'categories', 0.85],
  ['tags', 'tags?per_page=100', 0.85],
  ['users', 'users', 0.75],
  ['comments', 'comments?per_page=100', 0.9],
]
const REFUSED: [file: string, asked: string][] = [
  ['post-404', 'posts/99999999'],
  ['posts-101', 'posts?per_page=101'],
  ['posts-p9999', 'posts?page=9999'],
]

/** What differs because the sites do, or what no export tells. */
const LEFT_OUT: Record<string, readonly string[]> = {
  all: ['_embedded', 'guid', 'meta', 'ping_status', 'avatar_urls', 'author_avatar_urls', '_links'],
  // Attachments have no pages and no titles of their own here: a file is called by its name.
  media: ['slug', 'link', 'title', 'comment_status', 'description', 'media_details'],
  // The export has their times at Greenwich alone.
  comments: ['date'],
}

describe.each((process.env.CORPUS_LANGUAGES ?? 'en,ar').split(','))('%s', (language) => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-rest-'))
  let db: Database

  beforeAll(async () => {
    const run = await measuredImport(folder, join(WORDPRESS, 'exports', `${language}.xml.gz`))
    expect([run.code, run.complaint]).toEqual([0, ''])
    db = await openDatabase(`file:${join(folder, 'broadsheet.db')}`)
  }, 600_000)
  afterAll(async () => {
    unfollowInvalidations(db)
    await db.$disconnect()
    rmSync(folder, { recursive: true, force: true })
  })

  const oracle = (file: string): unknown =>
    JSON.parse(readFileSync(join(WORDPRESS, 'oracle', language, `${file}.json`), 'utf8'))
  const header = (file: string, name: string) =>
    new RegExp(`^${name}: (.*)$`, 'im')
      .exec(readFileSync(join(WORDPRESS, 'oracle', language, `${file}.json.headers`), 'utf8'))?.[1]
      ?.trim()
  async function ask(asked: string) {
    const { pathname, searchParams } = new URL(`${SITE}/wp-json/wp/v2/${asked}`)
    return restAnswer({ db, facts: await getSiteFacts(db), siteUrl: SITE, now: new Date() }, pathname, searchParams)
  }

  test.each(LISTS)('%s', async (file, asked, least) => {
    const theirs = oracle(file) as Item[]
    const { body, headers } = await ask(asked)
    const ours = body as Item[]
    const byId = new Map(ours.map((item) => [item.id, item]))
    const agreed = new Map<string, [number, number]>()
    const examples = new Map<string, string>()
    for (const item of theirs) {
      for (const [field, value] of fieldsOf(item, file)) {
        const own = valueAt(byId.get(item.id), field)
        const [same, all] = agreed.get(field) ?? [0, 0]
        const isSame = JSON.stringify(normal(own)) === JSON.stringify(normal(value))
        agreed.set(field, [same + Number(isSame), all + 1])
        if (!isSame) examples.set(field, `${cut(own)} where WordPress says ${cut(value)}`)
      }
    }
    const share = (name: string) => {
      const [same, all] = agreed.get(name) ?? [0, 0]
      return all ? same / all : 1
    }
    const names = [...agreed.keys()]
    const mean = names.reduce((sum, name) => sum + share(name), 0) / Math.max(1, names.length)
    const place = theirs.filter(({ id }, i) => ours[i]?.id === id).length
    console.log(
      `${language} ${file}: fields agree ${percent(mean)}, ${place} of ${theirs.length} in the same place; ` +
        `${headers?.['x-wp-total']} in all, WordPress had ${header(file, 'X-WP-Total')}\n` +
        names
          .filter((name) => share(name) < 1)
          .map((name) => `  ${name} ${percent(share(name))}: ${examples.get(name)}`)
          .join('\n'),
    )
    expect(mean).toBeGreaterThanOrEqual(least)
  })

  // The words are in the language of whoever runs it; programs read the code.
  test.each(REFUSED)('%s is refused in the same way', async (file, asked) => {
    const { code, data } = oracle(file) as { code: string; data: { status: number; params?: object } }
    const { body, status } = await ask(asked)
    expect(body).toMatchObject({ code, data: { status: data.status } })
    expect(status).toBe(data.status)
    const { params = {} } = (body as { data: { params?: object } }).data
    expect(Object.keys(params)).toEqual(Object.keys(data.params ?? {}))
  })

  test('kinds of things have the same fields', async () => {
    for (const [file, name] of [
      ['types', 'post'],
      ['taxonomies', 'category'],
    ] as const) {
      const theirs = oracle(file) as Record<string, Item>
      const ours = (await ask(file)).body as Record<string, Item>
      expect({ ...ours[name], name: '' }).toEqual({ ...theirs[name], name: '' })
    }
  })
})

/** Names of fields, those of objects with what is in them. */
function fieldsOf(item: Item, file: string): [string, unknown][] {
  const leftOut = [...(LEFT_OUT.all ?? []), ...(LEFT_OUT[file] ?? [])]
  return Object.entries(item).flatMap(([name, value]): [string, unknown][] => {
    if (leftOut.includes(name)) return []
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]]
    return Object.entries(value).map(([below, part]) => [`${name}.${below}`, part])
  })
}

const valueAt = (item: Item | undefined, field: string): unknown => {
  const [name = '', below] = field.split('.')
  const value = item?.[name]
  return below === undefined ? value : (value as Item | undefined)?.[below]
}

/** Sets in one order, addresses in one spelling, texts by their letters. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort()
  if (typeof value !== 'string') return value ?? null
  if (/^http|^[\w%-]+$/.test(value)) return value.toLowerCase()
  // As it is read: its letters, as far as an excerpt has them.
  return plainText(value)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 150)
}

const cut = (value: unknown) => JSON.stringify(value)?.slice(0, 160)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
