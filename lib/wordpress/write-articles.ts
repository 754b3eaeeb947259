import { insertArticles, replaceArticle, type WritingSite } from '@/lib/articles/mutations'
import { foldPath } from '@/lib/articles/paths'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { overwriteEdited } from './edited-here'
import type { ImportedArticle } from './imported-article'
import { collectGarbage } from './little-memory'
import type { Pace } from './pace'
import type { Survey } from './survey'
import { writeComments } from './write-comments'

export type PlannedArticle = {
  /** With the address it was given. */
  article: ImportedArticle
  /** The article that an earlier import made of it. */
  known: { id: number; path: string; status: string; parentId: number | null; isEdited: boolean } | null
  /** True where its text, its address and all around it stay as somebody here has made them; comments are taken. */
  isKept: boolean
}

export type Move = { articleId: number; path: string }

/** More comments than this are written in transactions of their own. */
const MAX_COMMENTS = 60
/** Of a source hash while some of the article's comments are not there: the next run goes on with it. */
const UNFINISHED = 'unfinished'

/** Writes articles with their comments and redirects, a few at a time; the archives are counted at the end. */
export class ArticleWriter {
  /** Archives that are to be counted anew. */
  readonly touched = new Set<string>()
  readonly #pace: Pace
  readonly #survey: Survey
  readonly #site: WritingSite

  constructor(pace: Pace, survey: Survey, site: WritingSite) {
    this.#pace = pace
    this.#survey = survey
    this.#site = site
  }

  async write(planned: readonly PlannedArticle[], moves: readonly Move[]): Promise<void> {
    if (moves.length) await this.#pace.transact((tx) => moveDrafts(tx, moves))
    let left = planned.reduce((units, one) => units + unitsOf(one), 0)
    for (let at = 0; at < planned.length; ) {
      const batch: PlannedArticle[] = []
      let units = 0
      // Evenly: a small rest would cost nearly as much as a large one.
      const most = left / Math.ceil(left / this.#pace.units)
      for (let next = planned[at]; next; next = planned[at]) {
        const more = unitsOf(next)
        if (batch.length > 0 && units + more / 2 > most) break
        batch.push(next)
        units += more
        at++
      }
      left -= units
      await this.#writeBatch(batch, units)
      collectGarbage()
      for (const one of batch) await this.#writeManyComments(one)
    }
  }

  async #writeBatch(batch: readonly PlannedArticle[], units: number): Promise<void> {
    const keys = await this.#pace.batch(units, async (tx) => {
      const { ids, touched } = await this.#writeTexts(tx, batch)
      await this.#writeRedirects(tx, batch)
      const withFew = batch.flatMap((one, i) => {
        const { comments } = one.article
        return hasMany(one) ? [] : [{ articleId: ids[i] ?? 0, comments }]
      })
      await writeComments(tx, this.#survey.key, withFew, this.#survey.highestComment + 1)
      return touched
    })
    for (const key of keys) this.touched.add(key)
  }

  async #writeTexts(tx: Tx, batch: readonly PlannedArticle[]): Promise<{ ids: number[]; touched: string[] }> {
    const fresh = batch.filter(({ known }) => known === null)
    const inserted = fresh.length ? await insertArticles(tx, fresh.map(inputOf), this.#site) : null
    const touched = [...(inserted?.touched.keys ?? [])]
    const newIds = (inserted?.ids ?? []).values()
    const ids: number[] = []
    for (const one of batch) {
      if (one.known && !one.isKept) {
        const input = { ...inputOf(one), parentId: one.known.parentId }
        const write = one.known.isEdited ? overwriteEdited : replaceArticle
        touched.push(...(await write(tx, one.known.id, input, this.#site)).keys)
      }
      ids.push(one.known?.id ?? newIds.next().value ?? 0)
    }
    return { ids, touched }
  }

  /** From former addresses, unless something lives there. */
  async #writeRedirects(tx: Tx, batch: readonly PlannedArticle[]): Promise<void> {
    const wanted = new Map<string, { toPath: string; createdAt: Date }>()
    for (const one of batch) {
      const { article, known } = one
      const { path, publishedAt } = article.input
      if (publishedAt === null || one.isKept) continue
      const moved = known && known.status === 'PUBLISHED' && known.path !== path ? [known.path] : []
      for (const from of [...article.oldPaths, ...moved]) {
        if (!wanted.has(from) && !this.#survey.publishedPaths.has(from))
          wanted.set(from, { toPath: path, createdAt: publishedAt })
      }
    }
    if (!wanted.size) return
    const paths = [...wanted.keys()]
    const living = await tx.article.findMany({ where: { path: { in: paths } }, select: { path: true } })
    const there = await tx.redirect.findMany({ where: { fromPath: { in: paths } }, select: { fromPath: true } })
    for (const path of [...living.map(({ path }) => path), ...there.map(({ fromPath }) => fromPath)])
      wanted.delete(path)
    const data = [...wanted].map(([fromPath, to]) => ({ fromPath, fromFolded: foldPath(fromPath), ...to }))
    if (data.length) await tx.redirect.createMany({ data })
    changed(tx, ...data.map(({ fromFolded }) => `path:${fromFolded}`))
  }

  async #writeManyComments(one: PlannedArticle): Promise<void> {
    if (!hasMany(one)) return
    const { comments, input, sourceId } = one.article
    const where = { sourceSite_sourceId: { sourceSite: this.#survey.key, sourceId } }
    for (let at = 0; at < comments.length; at += MAX_COMMENTS) {
      await this.#pace.transact(async (tx) => {
        const { id } = await tx.article.findUniqueOrThrow({ where, select: { id: true } })
        const some = [{ articleId: id, comments: comments.slice(at, at + MAX_COMMENTS) }]
        await writeComments(tx, this.#survey.key, some, this.#survey.highestComment + 1)
        const isLast = at + MAX_COMMENTS >= comments.length
        if (isLast && !one.isKept)
          await tx.article.update({ where, data: { sourceHash: input.source?.hash ?? null }, select: { id: true } })
      })
    }
  }
}

const UNITS_A_COMMENT = 0.15
const hasMany = ({ article }: PlannedArticle) => article.comments.length > MAX_COMMENTS

/** What writing it costs, where a short article without comments costs one. */
function unitsOf(one: PlannedArticle): number {
  const { input, comments } = one.article
  return 1 + input.body.length / 20_000 + (hasMany(one) ? 0 : comments.length * UNITS_A_COMMENT)
}

function inputOf(one: PlannedArticle) {
  const { input } = one.article
  return hasMany(one) && input.source ? { ...input, source: { ...input.source, hash: UNFINISHED } } : input
}

async function moveDrafts(tx: Tx, moves: readonly Move[]): Promise<void> {
  for (const { articleId, path } of moves) {
    await tx.article.update({
      where: { id: articleId },
      data: { path, pathFolded: foldPath(path) },
      select: { id: true },
    })
  }
}
