import { randomUUID } from 'node:crypto'
import type { ArticleKind } from '@/generated/sqlite/enums'
import { type ArticleInput, UNSAID } from '@/lib/articles/input'
import { mayEmbargo } from '@/lib/articles/lifecycle'
import { insertArticles } from '@/lib/articles/mutations'
import { recordDone } from '@/lib/audit/mutations'
import type { Viewer } from '@/lib/auth/permissions'
import { dayIn } from '@/lib/calendar/days'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { act, holdVersion, mayBegin, type Seen, untilNobodyOvertakes, writeAndKeep, writeHeld } from './act-mutations'
import { pathFor } from './address'
import { freeSlug } from './address-mutations'
import { type Content, contentOf, isSameContent } from './content'
import { bringsHtml, mayWith } from './ownership'
import { type EditResult, type Refused, refuse } from './result'
import { keepRevision } from './revision-mutations'
import { readable, settle, withContent } from './settle-mutations'
import { lifeFacts, ownedOf, readEditingSite } from './stored-queries'

export type Created = { ok: true; id: number; version: number }

/** Begins an empty draft, which nobody but its owner and the editors sees. */
export async function createDraft(
  db: Database,
  { kind, locale }: { kind: ArticleKind; locale?: string },
  actor: Viewer,
  now: Date,
): Promise<Created | Refused> {
  const refusal = mayBegin(actor, 'articles.write')
  if (refusal) return refuse(refusal)
  return untilNobodyOvertakes(() =>
    transact(db, async (tx) => {
      const site = await readEditingSite(tx)
      const wanted = `draft-${randomUUID().slice(0, 8)}`
      const facts = { kind, path: '', slug: '', hasBeenPublic: false, parentPath: null }
      const pathOf = (slug: string) => pathFor(facts, slug, site.pathPattern, dayIn(site.timeZone, now))
      const slug = await freeSlug(tx, wanted, pathOf, null)
      const input = emptyDraft(kind, slug, pathOf(slug), locale ?? site.locale, now)
      const [id = 0] = (await insertArticles(tx, [input], site, actor.id)).ids
      await keepRevision(tx, { articleId: id, content: contentOf(input), why: 'create' }, actor, now)
      return { ok: true, id, version: 1 }
    }),
  )
}

function emptyDraft(kind: ArticleKind, slug: string, path: string, locale: string, now: Date): ArticleInput {
  return {
    ...UNSAID,
    ...{ kind, slug, path, locale, status: 'DRAFT', label: 'NEWS', headline: '', body: '', document: null },
    ...{ kicker: null, dek: null, excerpt: null, bylineOverride: null, leadImage: null, missingImages: [] },
    ...{ commentsOpen: kind === 'ARTICLE', pinnedUntil: null, publishAt: null, publishedAt: null, publishedDay: null },
    ...{ revisedAt: null, trashedAt: null, createdAt: now, primaryCategoryId: null, categoryIds: [], tagIds: [] },
    ...{ authorIds: [], parentId: null, position: 0, guid: null, source: null, corrections: [] },
  }
}

/**
 * Saves what was typed in an article that readers do not see. Sent twice, the second time changes nothing and is
 * answered like the first: whoever lost the answer asks again.
 */
export async function saveDraft(
  db: Database,
  { content, why = 'save', ...seen }: Seen & { content: Content; why?: 'save' | 'restore' },
  actor: Viewer,
  now: Date,
): Promise<EditResult> {
  const result = await act(db, seen, actor, 'articles.edit', now, async (acting): Promise<EditResult> => {
    const { article } = acting
    const { status, trashedAt } = article.input
    if (status === 'PUBLISHED') return refuse('live')
    if (trashedAt) return refuse('trashed')
    if (bringsHtml(actor, article.input, content)) return refuse('forbidden')
    const settled = await settle(acting, content)
    if (!settled.ok) return settled
    if (isSameContent(settled.content, contentOf(article.input))) return { ok: true, version: article.version }
    return writeAndKeep(acting, withContent(article.input, settled), actor, { why })
  })
  return saidAlready(result, content)
}

/** What is there already in just these words is no conflict, whoever wrote it. */
function saidAlready(result: EditResult, content: Content): EditResult {
  if (result.ok || result.reason !== 'conflict') return result
  const { theirs } = result
  const slug = content.slug || theirs.content.slug
  const isSame = isSameContent(theirs.content, { ...readable(content), slug })
  return isSame ? { ok: true, version: theirs.version } : result
}

export type ArticleSettings = { commentsOpen: boolean; pinnedUntil: Date | null; embargoUntil: Date | null }

/** What stands beside the text, and holds at once also for a live article. */
export function changeSettings(
  db: Database,
  { settings, ...seen }: Seen & { settings: ArticleSettings },
  actor: Viewer,
  now: Date,
): Promise<EditResult> {
  return act(db, seen, actor, 'articles.edit', now, async (acting): Promise<EditResult> => {
    const { tx, article } = acting
    const { commentsOpen, pinnedUntil, embargoUntil } = settings
    if (article.input.trashedAt) return refuse('trashed')
    const isSame = (one: Date | null, other: Date | null) => one?.valueOf() === other?.valueOf()
    const isSameEmbargo = isSame(embargoUntil, article.embargoUntil)
    // An embargo that is there was agreed on, and the front belongs to those who arrange it.
    const isArranging = !isSame(pinnedUntil, article.input.pinnedUntil) || (!isSameEmbargo && article.embargoUntil)
    if (isArranging && !mayWith(actor, 'articles.pin', ownedOf(article))) return refuse('forbidden')
    if (!isSameEmbargo && !mayEmbargo(lifeFacts(article, now), embargoUntil)) return refuse('embargoed')
    await holdVersion(tx, article)
    await writeEmbargo(tx, article.id, embargoUntil)
    const said = { commentsOpen, pinnedUntil: saidTime(pinnedUntil), embargoUntil: saidTime(embargoUntil) }
    await recordDone(tx, actor, { act: 'articles.edit', object: `article:${article.id}`, details: said }, now)
    return writeHeld(acting, { ...article.input, commentsOpen, pinnedUntil })
  })
}

const saidTime = (at: Date | null): string => at?.toISOString() ?? ''

async function writeEmbargo(tx: Tx, id: number, embargoUntil: Date | null): Promise<void> {
  await tx.article.update({ where: { id }, data: { embargoUntil }, select: { id: true } })
}
