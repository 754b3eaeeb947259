import type { ArticleInput } from '@/lib/articles/input'
import { encodePath } from '@/lib/articles/paths'
import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/mutations'
import { TELLING_KEY, type TellingSettings, tellingSchema } from './settings'

/** The settings as they are within a transaction. */
export async function readTelling(tx: Tx): Promise<TellingSettings> {
  const row = await tx.setting.findUnique({ where: { key: TELLING_KEY }, select: { value: true } })
  return tellingSchema.parse(row?.value ?? {})
}

type Change = { id: number; before: ArticleInput; after: ArticleInput; isSameText: boolean }

/**
 * Asks for everybody to be told who wants to know, in the transaction that makes, changes or ends what readers see. Of an
 * article that is changed again before they were told, they are told once.
 */
export async function enqueueTelling(tx: Tx, { id, before, after, isSameText }: Change, now: Date): Promise<void> {
  const wasPublic = before.status === 'PUBLISHED'
  const isPublic = after.status === 'PUBLISHED'
  if (!wasPublic && !isPublic) return
  const isSame = before.path === after.path && before.corrections.length === after.corrections.length && isSameText
  if (wasPublic && isPublic && isSame) return
  const settings = await readTelling(tx)
  const ask = (kind: string, payload: Record<string, number | number[] | string[]>) =>
    enqueue(tx, { kind, payload, runAt: now, key: `${kind} article ${id}` }, now)
  const both = wasPublic ? [before, after] : [after]
  if (settings.indexNow && both.some(isFound)) {
    await ask('telling.indexNow', { paths: [...new Set(both.map(({ path }) => encodePath(path)))] })
  }
  if (settings.webSub && after.kind === 'ARTICLE') {
    const all = (ids: (input: ArticleInput) => number[]) => [...new Set(both.flatMap(ids))]
    await ask('telling.webSub', {
      categoryIds: all(({ categoryIds }) => categoryIds),
      tagIds: all(({ tagIds }) => tagIds),
      authorIds: all(({ authorIds }) => authorIds),
      languages: [...new Set(both.map(({ locale }) => locale))],
    })
  }
  if (settings.sendWebmentions) await ask('telling.webmentions', { articleId: id })
}

/** True for what search engines may have at this very address. */
const isFound = ({ noIndex, canonicalUrl }: ArticleInput): boolean => !noIndex && canonicalUrl === null
