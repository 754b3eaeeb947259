import { z } from 'zod'
import { dialectOf } from '@/lib/database/dialect'
import type { Database, Tx } from '@/lib/db'
import { plainText } from '@/lib/markup/plain-text'
import { searchDocument } from './document'
import * as postgresql from './postgresql'
import * as sqlite from './sqlite'

const dialects = { sqlite, postgresql }

/** What the index takes of an article; `text` is its body as plain text. */
export type SearchInput = {
  articleId: number
  status: string
  publishedAt: Date | null
  headline: string
  dek: string | null
  text: string
  bylineOverride: string | null
  authorIds: number[]
  tagIds: number[]
}

/**
 * Makes the published ones among these articles found by what they say now, and the others not at all. Part of the
 * transaction that writes them. Five statements at most, however many articles.
 */
export async function indexArticles(tx: Tx, inputs: SearchInput[]): Promise<void> {
  const { writeDocuments, removeDocuments } = dialects[dialectOf(tx)]
  await removeDocuments(
    tx,
    inputs.map(({ articleId }) => articleId),
  )
  const found = inputs.filter(isFound)
  if (!found.length) return
  const authors = await tx.author.findMany({
    where: { id: { in: found.flatMap(({ authorIds }) => authorIds) } },
    select: { id: true, name: true },
  })
  const tags = await tx.tag.findMany({
    where: { id: { in: found.flatMap(({ tagIds }) => tagIds) } },
    select: { id: true, name: true },
  })
  const authorName = namesById(authors)
  const tagName = namesById(tags)
  await writeDocuments(
    tx,
    found.map(({ articleId, publishedAt, headline, dek, text, bylineOverride, authorIds, tagIds }) =>
      searchDocument(articleId, publishedAt, {
        headline,
        dek,
        names: [...authorIds.map(authorName), bylineOverride ?? ''],
        tags: tagIds.map(tagName),
        body: text,
      }),
    ),
  )
}

/** Public means PUBLISHED, nothing else. */
function isFound(input: SearchInput): input is SearchInput & { publishedAt: Date } {
  return input.status === 'PUBLISHED' && input.publishedAt !== null
}

function namesById(rows: { id: number; name: string }[]): (id: number) => string {
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

/** What a migration writes that makes an index, or changes how words are read: after which id articles are to be indexed. */
const REBUILD = 'search.rebuild'
const rebuildSchema = z.object({ afterId: z.number() })
/** One transaction of some 40 ms. */
const ARTICLES_AT_ONCE = 20

/**
 * Indexes the articles that a migration left without documents; nothing to do is one query. Goes on where it was
 * interrupted: each batch says in its own transaction how far it came. `report` hears how many are done.
 */
export async function rebuildSearch(db: Database, report: (done: number) => void): Promise<void> {
  let done = 0
  for (;;) {
    const indexed = await db.$transaction(indexNext)
    if (indexed === null) return
    done += indexed
    report(done)
  }
}

async function indexNext(tx: Tx): Promise<number | null> {
  const marker = await tx.setting.findUnique({ where: { key: REBUILD } })
  if (!marker) return null
  const { afterId } = rebuildSchema.parse(marker.value)
  const rows = await tx.article.findMany({
    where: { id: { gt: afterId }, status: 'PUBLISHED' },
    orderBy: { id: 'asc' },
    take: ARTICLES_AT_ONCE,
    select: {
      id: true,
      status: true,
      publishedAt: true,
      headline: true,
      dek: true,
      body: true,
      bylineOverride: true,
      bylines: { orderBy: { position: 'asc' }, select: { authorId: true } },
      tags: { select: { tagId: true } },
    },
  })
  const last = rows.at(-1)
  if (!last) {
    await tx.setting.delete({ where: { key: REBUILD } })
    return null
  }
  await indexArticles(
    tx,
    rows.map(({ id, body, bylines, tags, ...columns }) => ({
      ...columns,
      text: plainText(body),
      articleId: id,
      authorIds: bylines.map(({ authorId }) => authorId),
      tagIds: tags.map(({ tagId }) => tagId),
    })),
  )
  await tx.setting.update({ where: { key: REBUILD }, data: { value: { afterId: last.id } } })
  return rows.length
}
