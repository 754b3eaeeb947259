import type { Prisma } from '@/generated/sqlite/client'
import { foldPath } from '@/lib/articles/paths'
import { may, type Viewer } from '@/lib/auth/permissions'
import { csvLine, csvOf } from '@/lib/csv'
import type { Database } from '@/lib/db'
import type { RedirectList, Sort } from './list-view'
import { typedOf } from './mutations'

const lineSelect = {
  id: true,
  fromPath: true,
  isPattern: true,
  toPath: true,
  toExtra: true,
  status: true,
  madeByName: true,
  hits: true,
  lastHitAt: true,
  createdAt: true,
} as const
export type RedirectLine = Prisma.RedirectGetPayload<{ select: typeof lineSelect }>

/**
 * But for those by which the old addresses of a replaced picture lead on (lib/media/replace-mutations.ts): a dozen for each,
 * which nobody wrote and nobody could write again.
 */
const written = { NOT: { fromPath: { startsWith: '/media/' } } } satisfies Prisma.RedirectWhereInput

export const REDIRECTS_PAGE = 50

/**
 * Redirects, a page of them. Each page begins behind the last line of the one before, so that the thousandth costs what the
 * first one does. Three queries.
 */
export async function listRedirectLines(
  db: Database,
  viewer: Viewer,
  list: RedirectList,
): Promise<{ lines: RedirectLine[]; more: boolean; all: number }> {
  if (!may(viewer, 'redirects.edit')) return { lines: [], more: false, all: 0 }
  const { words, sort, afterId } = list
  const last = afterId === null ? null : await db.redirect.findUnique({ where: { id: afterId }, select: lineSelect })
  const { where, orderBy } = inOrder(sort, last)
  const lines = await db.redirect.findMany({
    where: { AND: [written, where, words ? withWords(words) : {}] },
    orderBy,
    take: REDIRECTS_PAGE + 1,
    select: lineSelect,
  })
  const all = await db.redirect.count({ where: written })
  return { lines: lines.slice(0, REDIRECTS_PAGE), more: lines.length > REDIRECTS_PAGE, all }
}

/** Addresses are searched as they are looked up: in whatever case. */
function withWords(words: string): Prisma.RedirectWhereInput {
  const folded = foldPath(words)
  // Queries are kept in the case that they were written in.
  const ends = [{ fromPath: { contains: words } }, { toPath: { contains: words } }]
  return { OR: [{ fromFolded: { contains: folded } }, ...ends] }
}

type Ordered = { where: Prisma.RedirectWhereInput; orderBy: Prisma.RedirectOrderByWithRelationInput[] }

/** `last`: the line that the page begins behind. */
function inOrder(sort: Sort, last: RedirectLine | null): Ordered {
  switch (sort) {
    case 'newest':
      return { where: last ? { id: { lt: last.id } } : {}, orderBy: [{ id: 'desc' }] }
    case 'from':
      return { where: last ? { fromPath: { gt: last.fromPath } } : {}, orderBy: [{ fromPath: 'asc' }] }
    case 'unused':
      return { where: { hits: 0, ...(last && { id: { gt: last.id } }) }, orderBy: [{ hits: 'asc' }, { id: 'asc' }] }
    case 'hits':
      return {
        where: last ? { OR: [{ hits: { lt: last.hits } }, { hits: last.hits, id: { lt: last.id } }] } : {},
        orderBy: [{ hits: 'desc' }, { id: 'desc' }],
      }
    case 'lastHit':
      return { where: hitBefore(last), orderBy: [{ lastHitAt: 'desc' }, { id: 'desc' }] }
  }
}

/** Those that were never asked for have no place in this order. */
function hitBefore(last: RedirectLine | null): Prisma.RedirectWhereInput {
  if (!last?.lastHitAt) return { lastHitAt: { not: null } }
  return { OR: [{ lastHitAt: { lt: last.lastHitAt } }, { lastHitAt: last.lastHitAt, id: { lt: last.id } }] }
}

/** One of them; null where it is not there, or not for this viewer. */
export async function getRedirectLine(db: Database, viewer: Viewer, id: number): Promise<RedirectLine | null> {
  if (!may(viewer, 'redirects.edit')) return null
  return db.redirect.findUnique({ where: { id }, select: lineSelect })
}

const AT_ONCE = 1_000

/** All redirects as a file that can be imported again, a piece at a time. Null for whoever may not have it. */
export function exportRedirects(db: Database, viewer: Viewer): AsyncGenerator<string> | null {
  return may(viewer, 'redirects.edit') ? writeAll(db) : null
}

async function* writeAll(db: Database): AsyncGenerator<string> {
  yield csvOf([['from', 'to', 'status', 'hits', 'last hit']])
  for (let afterId = 0; ; ) {
    const rows = await db.redirect.findMany({
      where: { ...written, id: { gt: afterId } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: lineSelect,
    })
    if (!rows.length) return
    yield rows.map(lineOf).join('')
    afterId = rows.at(-1)?.id ?? 0
  }
}

function lineOf(row: RedirectLine): string {
  const { from, to, status } = typedOf(row)
  return csvLine([from, to, status, row.hits, row.lastHitAt?.toISOString() ?? ''])
}
