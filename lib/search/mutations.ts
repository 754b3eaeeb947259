import { z } from 'zod'
import type { Prisma } from '@/generated/sqlite/client'
import { dialectOf } from '@/lib/database/dialect'
import type { Database, Tx } from '@/lib/db'
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
 * the transaction that writes them. Ten statements at most, however many articles.
 */
export async function indexArticles(tx: Tx, inputs: SearchInput[]): Promise<void> {
  const read = inputs.map(readInput)
  await indexForReaders(tx, read)
  await indexForNewsroom(tx, read)
}

type ReadInput = SearchInput & { body: string[] }
const readInput = (input: SearchInput): ReadInput => ({ ...input, body: tokensOf(input.text) })

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
  const changes = await readChanges(tx, ids)
  const writtenAt = new Date()
  await dialects[dialectOf(tx)].writeNewsroom(
    tx,
    inputs.map((input) => {
      const { articleId, headline, dek, body } = input
      const facts = factsOf({ ...input, ownerId: owners.get(articleId) ?? null })
      const told = [{ headline, dek, body }, ...(changes.get(articleId) ?? [])]
      const words = new Set([
        ...facts,
        ...told.flatMap((text) => [...headlineTokens(text.headline), ...tokensOf(text.dek ?? '')]),
        ...told.flatMap((text) => text.body),
      ])
      words.delete(GAP)
      return { articleId, place: newsroomPlace(writtenAt, articleId), words: [...words] }
    }),
  )
}

const copySchema = z.object({ headline: z.string(), dek: z.string().nullable(), body: z.string() })

/** What working copies say that readers do not see yet. */
async function readChanges(tx: Tx, ids: number[]) {
  const copies = await tx.workingCopy.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, content: true },
  })
  return new Map(
    copies.map(({ articleId, content }) => {
      const { body, ...text } = copySchema.parse(content)
      return [articleId, [{ ...text, body: tokensOf(plainText(body)) }]]
    }),
  )
}

/** After its working copy was written or has gone: it is found by that in the newsroom, and readers find what they found. */
export async function indexChanges(tx: Tx, articleId: number): Promise<void> {
  const row = await tx.article.findUnique({ where: { id: articleId }, select: indexSelect })
  if (row) await indexForNewsroom(tx, [readInput(inputOf(row))])
}

/** Public means PUBLISHED, nothing else. */
function isFound(input: ReadInput): input is ReadInput & { publishedAt: Date } {
  return input.status === 'PUBLISHED' && input.publishedAt !== null
}

function namesById(rows: { id: number; name: string }[]): (id: number) => string {
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

const indexSelect = {
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

type IndexedRow = Prisma.ArticleGetPayload<{ select: typeof indexSelect }>

const inputOf = ({ id, body, bylines, categories, tags, ...columns }: IndexedRow): SearchInput => ({
  ...columns,
  text: plainText(body),
  articleId: id,
  authorIds: bylines.map(({ authorId }) => authorId),
  categoryIds: categories.map(({ categoryId }) => categoryId),
  tagIds: tags.map(({ tagId }) => tagId),
})

/**
 * What a migration writes that makes an index, or changes how words are read: after which id articles are to be indexed. The
 * newsroom's index has all of them, and of each what readers find with it.
 */
const REBUILDS = [
  { key: 'newsroom.rebuild', where: {} },
  { key: 'search.rebuild', where: { status: 'PUBLISHED' } },
  // Found by the text of their working copies since these are indexed.
  { key: 'changes.rebuild', where: { workingCopy: { isNot: null } } },
] as const
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
    select: indexSelect,
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
