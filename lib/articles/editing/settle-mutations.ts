import type { ArticleInput } from '@/lib/articles/input'
import { dayIn } from '@/lib/calendar/days'
import type { Tx } from '@/lib/db'
import { articleText } from '@/lib/documents/article-text'
import { sanitiseBody } from '@/lib/markup/sanitise'
import { newSlug } from '@/lib/wordpress/text/slug'
import { hasTranslations } from '../alternate-mutations'
import type { Acting } from './act-mutations'
import { type AddressFacts, pathFor } from './address'
import { freeSlug, isFreePath } from './address-mutations'
import { type Content, contentSchema } from './content'
import { filedAsMerged } from './merged-queries'
import { type Refused, refuse } from './result'

export type Settled = { ok: true; content: Content; path: string }

/** The text as it may be stored, whoever sent it. */
export function readable(content: Content): Content {
  const checked = contentSchema.parse(content)
  const { document, locale } = checked
  if (document) return { ...checked, ...articleText(document, locale) }
  return { ...checked, body: sanitiseBody(checked.body).html }
}

/** What was sent as it can be stored: its text cleaned, filed under what there is, and with an address. */
export async function settle(acting: Acting, sent: Content): Promise<Settled | Refused> {
  const content = inItsPlace(acting, await withKnownReferences(acting.tx, readable(sent), acting.article.id))
  const facts = await addressFacts(acting, content)
  const wanted = content.slug ? newSlug(content.slug) : content.headline && newSlug(content.headline)
  const slug = facts.hasBeenPublic ? slugOfPublic(facts, content.slug) : wanted || facts.slug
  return settleAddress(acting, facts, { ...content, slug }, acting.article.input.publishAt ?? acting.now)
}

/** Where a page stands is arranged beside the text (lib/articles/pages), and may have changed while somebody wrote. */
function inItsPlace({ article: { input } }: Acting, content: Content): Content {
  return input.kind === 'PAGE' ? { ...content, parentId: input.parentId, position: input.position } : content
}

/** What readers know changes only by hand, and only where another slug was written. */
const slugOfPublic = (facts: AddressFacts, written: string): string =>
  written === '' || written === facts.slug ? facts.slug : newSlug(written)

/** Gives what was settled the address it has when it becomes public at that moment. */
export async function settleAddress(
  { tx, article, site }: Acting,
  facts: AddressFacts,
  content: Content,
  publicAt: Date,
): Promise<Settled | Refused> {
  const pathOf = (slug: string) => pathFor(facts, slug, site.pathPattern, dayIn(site.timeZone, publicAt))
  const path = pathOf(content.slug)
  if (facts.hasBeenPublic) {
    const isFree = path === article.input.path || (await isFreePath(tx, path, article.id))
    return isFree ? { ok: true, content, path } : refuse('pathTaken')
  }
  const slug = await freeSlug(tx, content.slug, pathOf, article.id)
  return { ok: true, content: { ...content, slug }, path: pathOf(slug) }
}

export async function addressFacts({ tx, article }: Acting, { parentId }: Content): Promise<AddressFacts> {
  const { kind, path, slug, publishedAt } = article.input
  const parent =
    parentId === null ? null : await tx.article.findUnique({ where: { id: parentId }, select: { path: true } })
  return { kind, path, slug, hasBeenPublic: publishedAt !== null, parentPath: parent?.path ?? null }
}

/** Without what was deleted while somebody wrote, or was in an old text: nobody's words are refused for that. */
async function withKnownReferences(tx: Tx, sent: Content, ownId: number): Promise<Content> {
  const content = await filedAsMerged(tx, sent)
  const { primaryCategoryId, parentId } = content
  const among = (ids: number[]) => ({ where: { id: { in: ids } }, select: { id: true } }) as const
  const primary = primaryCategoryId === null ? [] : [primaryCategoryId]
  const categories = idsOf(await tx.category.findMany(among([...content.categoryIds, ...primary])))
  const tags = idsOf(await tx.tag.findMany(among(content.tagIds)))
  const authors = idsOf(await tx.author.findMany(among(content.authorIds)))
  const parents = idsOf(parentId === null || parentId === ownId ? [] : await tx.article.findMany(among([parentId])))
  const known = (ids: number[], there: Set<number>) => [...new Set(ids)].filter((id) => there.has(id))
  const authorIds = known(content.authorIds, authors)
  return {
    ...content,
    primaryCategoryId: known(primary, categories)[0] ?? null,
    // Filed under its primary category too: the archive of it lists what it is the first of.
    categoryIds: known([...primary, ...content.categoryIds], categories),
    tagIds: known(content.tagIds, tags),
    authorIds,
    authorRoles: Object.fromEntries(
      authorIds.flatMap((id) => (content.authorRoles[id]?.trim() ? [[id, content.authorRoles[id].trim()]] : [])),
    ),
    translationOfId: await originalOf(tx, content.translationOfId, ownId),
    parentId: known(parentId === null ? [] : [parentId], parents)[0] ?? null,
  }
}

/**
 * The original of a translation: of one that was chosen and is a translation itself, its own. None for an article that others
 * are translated from: translations of one original stand beside each other.
 */
async function originalOf(tx: Tx, chosenId: number | null, ownId: number): Promise<number | null> {
  if (chosenId === null || (await hasTranslations(tx, ownId))) return null
  const chosen = await tx.article.findUnique({ where: { id: chosenId }, select: { id: true, translationOfId: true } })
  const originalId = chosen && (chosen.translationOfId ?? chosen.id)
  return originalId === ownId ? null : originalId
}

const idsOf = (rows: { id: number }[]): Set<number> => new Set(rows.map(({ id }) => id))

/** The article with another content. */
export const withContent = (input: ArticleInput, { content, path }: Settled): ArticleInput => ({
  ...input,
  ...content,
  path,
})
