import { z } from 'zod'
import type { Prisma } from '@/generated/sqlite/client'
import { readSpellings } from '@/lib/authors/author'
import { dialectOf } from '@/lib/database/dialect'
import type { Tx } from '@/lib/db'
import { plainText } from '@/lib/markup/plain-text'
import { GAP, headlineTokens, joinedTokens, searchDocument, splitTokens, tokensOf } from './document'
import { factsOf, type ListFacts, newsroomPlace } from './newsroom-document'
import * as postgresql from './postgresql'
import * as sqlite from './sqlite'

const dialects = { sqlite, postgresql }

/** What the indexes take of an article; `tokens` are its body's. */
export type SearchInput = Omit<ListFacts, 'ownerId'> & {
  articleId: number
  publishedAt: Date | null
  headline: string
  dek: string | null
  tokens: string
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
const readInput = (input: SearchInput): ReadInput => ({ ...input, body: splitTokens(input.tokens) })

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
    select: { id: true, name: true, spellings: true },
  })
  const tags = await tx.tag.findMany({
    where: { id: { in: found.flatMap(({ tagIds }) => tagIds) } },
    select: { id: true, name: true },
  })
  const spelled = new Map(authors.map(({ id, name, spellings }) => [id, [name, ...readSpellings(spellings)]]))
  const tagName = namesById(tags)
  await writeDocuments(
    tx,
    found.map(({ articleId, publishedAt, headline, dek, body, bylineOverride, authorIds, tagIds }) =>
      searchDocument(articleId, publishedAt, {
        headline,
        dek,
        names: [...authorIds.flatMap((id) => spelled.get(id) ?? []), bylineOverride ?? ''],
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

/** What is read of stored articles to index them anew. */
export const indexSelect = {
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

type StoredRow = Prisma.ArticleGetPayload<{ select: typeof indexSelect }>

const inputOf = ({ id, body, bylines, categories, tags, ...columns }: StoredRow): SearchInput => ({
  ...columns,
  tokens: joinedTokens(plainText(body)),
  articleId: id,
  authorIds: bylines.map(({ authorId }) => authorId),
  categoryIds: categories.map(({ categoryId }) => categoryId),
  tagIds: tags.map(({ tagId }) => tagId),
})

/** The same for articles as they are stored. */
export const indexStored = (tx: Tx, rows: StoredRow[]): Promise<void> => indexArticles(tx, rows.map(inputOf))

/** Of stored articles only what readers find them by. */
export const indexStoredForReaders = (tx: Tx, rows: StoredRow[]): Promise<void> =>
  indexForReaders(
    tx,
    rows.map((row) => readInput(inputOf(row))),
  )
