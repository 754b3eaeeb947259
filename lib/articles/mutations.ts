import { randomUUID } from 'node:crypto'
import { Prisma } from '@/generated/sqlite/client'
import { type Filing, fileInArchives, type Touched } from '@/lib/archives/mutations'
import { dayIn } from '@/lib/calendar/days'
import { dialectOf } from '@/lib/database/dialect'
import { insertRows } from '@/lib/database/insert-rows'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { claimPictures } from '@/lib/media/mutations'
import { addUses, forgetUses } from '@/lib/media/use-mutations'
import { indexArticles } from '@/lib/search/mutations'
import { followPolicyPage } from '@/lib/site/policy-mutations'
import { changedAt, changedPlaces } from '@/lib/sitemaps/changes'
import { noteChangedPlaces } from '@/lib/sitemaps/mutations'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { changeTags, type Shown, shownSelect } from './change-tags'
import { excerptOf } from './excerpt'
import type { ArticleInput } from './input'
import { findNamesakes, isRetitled } from './namesake-queries'
import { headlineKey } from './namesakes'
import { foldPath } from './paths'
import { type ReadBody, readBody } from './read-body'

/** What writing an article needs to know of its site. */
export type WritingSite = { timeZone: string; categories: CategoryTree }

/** Writes new articles with everything that follows from them, and answers their ids in order. `ownerId`: who began them. */
export async function insertArticles(tx: Tx, inputs: ArticleInput[], site: WritingSite, ownerId: string | null = null) {
  const shown = inputs.map((input) => shownOf(input, site))
  const namesakes = await findNamesakes(tx, shown)
  await insertRows(
    tx,
    'Article',
    inputs.map((input, i) => ({ ...columnsOf(input, site), ownerId, namesake: namesakes[i] ?? 0 })),
  )
  const paths = inputs.map(({ path }) => path)
  const rows = await tx.article.findMany({ where: { path: { in: paths } }, select: { id: true, path: true } })
  const idByPath = new Map(rows.map(({ id, path }) => [path, id]))
  const ids = inputs.map(({ path }) => idByPath.get(path) ?? fail(path))
  for (const [i, after] of shown.entries()) changed(tx, ...changeTags(ids[i] ?? 0, null, after))
  await noteChangedPlaces(
    tx,
    shown.flatMap((after) =>
      changedPlaces(null, after).map((place) => ({ place, at: changedAt(after) ?? new Date() })),
    ),
  )
  const touched = await fileArticles(tx, ids, inputs, site)
  return { ids, touched }
}

/** Writes an article over the one with this id: its comments, its place in the tree and its id stay. */
export async function replaceArticle(tx: Tx, id: number, input: ArticleInput, site: WritingSite): Promise<Touched> {
  const before = await tx.article.findUniqueOrThrow({ where: { id }, select: { ...shownSelect, namesake: true } })
  // Whoever edits it hears that it is another one now.
  const data = { ...withNulls(columnsOf(input, site)), version: { increment: 1 } }
  const after = shownOf(input, site)
  const [namesake = 0] = isRetitled(before, after) ? await findNamesakes(tx, [after], id) : [before.namesake]
  await tx.article.update({ where: { id }, data: { ...data, namesake }, select: { id: true } })
  await followPolicyPage(tx, before, after)
  changed(tx, ...changeTags(id, before, after))
  await noteChangedPlaces(
    tx,
    changedPlaces(before, after).map((place) => ({ place, at: new Date() })),
  )
  const where = { articleId: id }
  await tx.byline.deleteMany({ where })
  await tx.articleCategory.deleteMany({ where })
  await tx.articleTag.deleteMany({ where })
  await forgetUses(tx, id)
  // What readers were told of stays the row it was; only what is not said any more goes.
  const there = await tx.correction.findMany({ where, select: { id: true, kind: true, text: true, createdAt: true } })
  const said = new Set(input.corrections.map(sayingOf))
  const gone = there.filter((correction) => !said.has(sayingOf(correction))).map((correction) => correction.id)
  if (gone.length) await tx.correction.deleteMany({ where: { id: { in: gone } } })
  // The list of them has those of live articles alone.
  if (gone.length || (there.length && before.status !== input.status)) changed(tx, 'corrections')
  const known = new Set(there.map(sayingOf))
  const corrections = input.corrections.filter((correction) => !known.has(sayingOf(correction)))
  return fileArticles(tx, [id], [input], site, corrections)
}

type CorrectionInput = Pick<ArticleInput['corrections'][number], 'kind' | 'text' | 'createdAt'>

const sayingOf = ({ kind, text, createdAt }: CorrectionInput): string => `${kind} ${createdAt.getTime()} ${text}`

/** `fresh`: the corrections of one article that are not written yet; of new articles that is all of them. */
async function fileArticles(
  tx: Tx,
  ids: number[],
  inputs: ArticleInput[],
  site: WritingSite,
  fresh?: ArticleInput['corrections'],
): Promise<Touched> {
  const each = <T>(rows: (input: ArticleInput, articleId: number) => T[]) =>
    inputs.flatMap((input, i) => rows(input, ids[i] ?? fail(input.path)))
  const bylines = each(({ authorIds, authorRoles }, articleId) =>
    authorIds.map((authorId, position) => ({ articleId, authorId, position, role: authorRoles[authorId] ?? null })),
  )
  const categories = each(({ categoryIds }, articleId) => categoryIds.map((categoryId) => ({ articleId, categoryId })))
  const tags = each(({ tagIds }, articleId) => tagIds.map((tagId) => ({ articleId, tagId })))
  const corrections = each((input, articleId) =>
    (fresh ?? input.corrections).map((correction) => ({ articleId, ...correction })),
  )
  await insertRows(tx, 'Byline', bylines)
  await insertRows(tx, 'ArticleCategory', categories)
  await insertRows(tx, 'ArticleTag', tags)
  const tree = categories.length ? await treeNow(tx, site) : site.categories
  if (corrections.length) {
    await tx.correction.createMany({ data: corrections })
    changed(tx, 'corrections')
  }
  await addUses(
    tx,
    each(({ leadImage, body }, articleId) => [{ articleId, leadImage, body }]),
  )
  await claimPictures(
    tx,
    each(({ status, leadImage }, articleId) =>
      status === 'PUBLISHED' && leadImage ? [{ articleId, path: leadImage.src }] : [],
    ),
  )
  await indexArticles(
    tx,
    each((input, articleId) => [{ ...input, tokens: readingOf(input).tokens, articleId }]),
  )
  return fileInArchives(
    tx,
    inputs.map((input, i) => filingOf(input, ids[i] ?? fail(input.path), { ...site, categories: tree })),
  )
}

/**
 * On PostgreSQL a category may have moved since the tree was read. From the moment in which something was filed in it no
 * other transaction changes its path, or that of what stands above it, until this one ends.
 */
async function treeNow(tx: Tx, { categories }: WritingSite): Promise<CategoryTree> {
  return dialectOf(tx) === 'postgresql' ? new CategoryTree(await tx.category.findMany()) : categories
}

const readings = new WeakMap<ArticleInput, ReadBody>()

function readingOf(input: ArticleInput): ReadBody {
  const reading = input.readBody ?? readings.get(input) ?? readBody(input.body)
  readings.set(input, reading)
  return reading
}

const shownOf = (input: ArticleInput, site: WritingSite): Shown => ({
  ...input,
  publishedDay: publishedDayOf(input, site),
})

function columnsOf(input: ArticleInput, site: WritingSite) {
  const { categoryIds, tagIds, authorIds, authorRoles, corrections, source, leadImage, missingImages, ...others } =
    input
  const { readBody: _, ...columns } = others
  const { opening, wordCount } = readingOf(input)
  return {
    ...columns,
    pathFolded: foldPath(input.path),
    headlineKey: headlineKey(input),
    // What feed readers know the article by: an imported one is kept, a new one never changes.
    guid: input.guid ?? `urn:uuid:${randomUUID()}`,
    excerpt: excerptOf(input.excerpt, input.dek, opening),
    wordCount,
    publishedDay: publishedDayOf(input, site),
    leadImage,
    missingImages: missingImages.length ? missingImages : null,
    sourceSite: source?.site ?? null,
    sourceId: source?.id ?? null,
    sourceHash: source?.hash ?? null,
    sourceNotes: source?.notes ?? null,
    updatedAt: new Date(),
  }
}

/** Prisma tells JSON's null from the database's. */
function withNulls(columns: ReturnType<typeof columnsOf>): Prisma.ArticleUncheckedUpdateInput {
  const { document, leadImage, missingImages, sourceNotes } = columns
  return {
    ...columns,
    document: document ?? Prisma.DbNull,
    leadImage: leadImage ?? Prisma.DbNull,
    missingImages: missingImages ?? Prisma.DbNull,
    sourceNotes: sourceNotes ?? Prisma.DbNull,
  }
}

function publishedDayOf({ publishedDay, publishedAt }: ArticleInput, { timeZone }: WritingSite): number | null {
  return publishedDay ?? (publishedAt && dayIn(timeZone, publishedAt))
}

function filingOf(input: ArticleInput, articleId: number, site: WritingSite): Filing {
  const { kind, status, publishedAt, locale, authorIds, tagIds, categoryIds } = input
  return {
    articleId,
    public: kind === 'ARTICLE' && status === 'PUBLISHED',
    publishedDay: publishedDayOf(input, site),
    publishedAt,
    locale,
    authorIds,
    tagIds,
    categoryIds: site.categories.withAncestors(categoryIds),
  }
}

function fail(path: string): never {
  throw new Error(`the database did not answer the id of ${path}`)
}
