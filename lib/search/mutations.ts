import { z } from 'zod'
import type { Prisma } from '@/generated/sqlite/client'
import { dialectOf } from '@/lib/database/dialect'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { plainText } from '@/lib/markup/plain-text'
import { GAP, headlineTokens, searchDocument, tokensOf } from './document'
import { factsOf, type ListFacts, newsroomPlace } from './newsroom-document'
import * as postgresql from './postgresql'
import * as sqlite from './sqlite'

const dialects = { sqlite, postgresql }

/** What the indexes take of an article; `text` is its body as plain text. */
export type SearchInput = Omit<ListFacts, 'ownerId'> & {
  articleId: number
  publishedAt: Date | null
  headline: string
  dek: string | null
  text: string
  bylineOverride: string | null
  tagIds: number[]
}

/**
 * Makes articles found by what they say now: all of them in the newsroom, readers find the published ones alone. Part of
 * the transaction that writes them. Nine statements at most, however many articles.
 */
export async function indexArticles(tx: Tx, inputs: SearchInput[]): Promise<void> {
  const read = inputs.map((input) => ({ ...input, body: tokensOf(input.text) }))
  await indexForReaders(tx, read)
  await indexForNewsroom(tx, read)
}

type ReadInput = SearchInput & { body: string[] }

async function indexForReaders(tx: Tx, inputs: ReadInput[]): Promise<void> {
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
    found.map(({ articleId, publishedAt, headline, dek, body, bylineOverride, authorIds, tagIds }) =>
      searchDocument(articleId, publishedAt, {
        headline,
        dek,
        names: [...authorIds.map(authorName), bylineOverride ?? ''],
        tags: tagIds.map(tagName),
        body,
      }),
    ),
  )
}

/** Drafts, the trash and all; no query for readers asks this index (lib/search/admin-queries.ts). */
async function indexForNewsroom(tx: Tx, inputs: ReadInput[]): Promise<void> {
  const ids = inputs.map(({ articleId }) => articleId)
  const rows = await tx.article.findMany({ where: { id: { in: ids } }, select: { id: true, ownerId: true } })
  const owners = new Map(rows.map(({ id, ownerId }) => [id, ownerId]))
  const writtenAt = new Date()
  await dialects[dialectOf(tx)].writeNewsroom(
    tx,
    inputs.map((input) => {
      const { articleId, headline, dek, body } = input
      const facts = factsOf({ ...input, ownerId: owners.get(articleId) ?? null })
      const words = new Set([...facts, ...headlineTokens(headline), ...tokensOf(dek ?? ''), ...body])
      words.delete(GAP)
      return { articleId, place: newsroomPlace(writtenAt, articleId), words: [...words] }
    }),
  )
}

/** Public means PUBLISHED, nothing else. */
function isFound(input: ReadInput): input is ReadInput & { publishedAt: Date } {
  return input.status === 'PUBLISHED' && input.publishedAt !== null
}

function namesById(rows: { id: number; name: string }[]): (id: number) => string {
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

/**
 * What a migration writes that makes an index, or changes how words are read: after which id articles are to be indexed. The
 * newsroom's index has all of them, and of each what readers find with it.
 */
const REBUILDS = [
  { key: 'newsroom.rebuild', where: {} },
  { key: 'search.rebuild', where: { status: 'PUBLISHED' } },
] as const

const indexedSelect = {
  id: true,
  kind: true,
  status: true,
  trashedAt: true,
  locale: true,
  primaryCategoryId: true,
  publishedAt: true,
  headline: true,
  dek: true,
  body: true,
  bylineOverride: true,
  bylines: { orderBy: { position: 'asc' }, select: { authorId: true } },
  categories: { select: { categoryId: true } },
  tags: { select: { tagId: true } },
} satisfies Prisma.ArticleSelect

function inputOf(row: Prisma.ArticleGetPayload<{ select: typeof indexedSelect }>): SearchInput {
  const { id, body, bylines, categories, tags, ...columns } = row
  return {
    ...columns,
    text: plainText(body),
    articleId: id,
    authorIds: bylines.map(({ authorId }) => authorId),
    categoryIds: categories.map(({ categoryId }) => categoryId),
    tagIds: tags.map(({ tagId }) => tagId),
  }
}

/**
 * What readers find with a tag is found by the tag's name as it is now. Some 40 ms at a time, so that everything else is
 * done in between; done twice it does no harm.
 */
export async function indexTag(db: Database, tagId: number): Promise<void> {
  for (let after = 0; ; ) {
    const filed = await db.articleTag.findMany({
      where: { tagId, articleId: { gt: after } },
      orderBy: { articleId: 'asc' },
      take: ARTICLES_AT_ONCE,
      select: { articleId: true },
    })
    const last = filed.at(-1)
    if (!last) return
    after = last.articleId
    await transact(db, async (tx) => {
      const where = { id: { in: filed.map(({ articleId }) => articleId) } }
      // Whoever writes one of them meanwhile waits, or is waited for.
      await tx.article.updateMany({ where, data: { version: { increment: 0 } } })
      const rows = await tx.article.findMany({ where, select: indexedSelect })
      await indexForReaders(
        tx,
        rows.map(inputOf).map((input) => ({ ...input, body: tokensOf(input.text) })),
      )
      changed(tx, 'search')
    })
  }
}

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
    if (indexed === 0) continue
    done += indexed
    report(done)
  }
}

async function indexNext(tx: Tx): Promise<number | null> {
  const markers = await tx.setting.findMany({ where: { key: { in: REBUILDS.map(({ key }) => key) } } })
  const rebuild = REBUILDS.find(({ key }) => markers.some((marker) => marker.key === key))
  const marker = markers.find(({ key }) => key === rebuild?.key)
  if (!marker || !rebuild) return null
  const { key } = rebuild
  const { afterId } = rebuildSchema.parse(marker.value)
  const rows = await tx.article.findMany({
    where: { id: { gt: afterId }, ...rebuild.where },
    orderBy: { id: 'asc' },
    take: ARTICLES_AT_ONCE,
    select: indexedSelect,
  })
  const last = rows.at(-1)
  if (!last) {
    // The newsroom's has been through all that readers find.
    const done = key === 'newsroom.rebuild' ? REBUILDS.map((each) => each.key) : [key]
    await tx.setting.deleteMany({ where: { key: { in: done } } })
    return 0
  }
  await indexArticles(tx, rows.map(inputOf))
  await tx.setting.update({ where: { key }, data: { value: { afterId: last.id } } })
  return rows.length
}
