import { foldPath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { foldAddress, partQuery } from './address'
import type { Led } from './patterns'
import { isOwn, locationOf, PATTERNS_TAG } from './redirect'

/** What answers at an address: a Location, encoded, or that nothing is there any more. `id`: whose hit it is. */
export type Lead = { id: number } & ({ status: 301 | 302; location: string } | { status: 410 })

type Start = { db: Database; facts: Pick<SiteFacts, 'redirectPatterns'> }

/**
 * Where the redirect from a decoded path, or from a path with a query (address.ts), leads; null where there is none. One query,
 * and one or two more where there is.
 */
export async function findRedirect(start: Start, path: string): Promise<Lead | null> {
  const first = await findExact(start.db, path)
  return first && follow(start, path, first)
}

/** Where the patterns lead from a decoded path that nothing else answers. No query where none is about it. */
export async function findPatterned(start: Start, path: string): Promise<Lead | null> {
  const first = matching(start, path)
  return first && follow(start, path, first)
}

/** Where a decoded path leads at which nothing lives: by a redirect of its own, or else by a pattern. */
export const findLead = async (start: Start, path: string): Promise<Lead | null> =>
  (await findRedirect(start, path)) ?? findPatterned(start, path)

const ledSelect = { id: true, toPath: true, toExtra: true, status: true } as const

function findExact(db: Database, path: string): Promise<Led | null> {
  const fromFolded = foldAddress(path)
  dependsOn(`path:${fromFolded}`)
  return db.redirect.findFirst({ where: { fromFolded, isPattern: false }, orderBy: { id: 'asc' }, select: ledSelect })
}

function matching({ facts }: Start, path: string): Led | null {
  dependsOn(PATTERNS_TAG)
  return facts.redirectPatterns.lead(path)
}

const MOST_HOPS = 5

/**
 * To the end, so that readers are led once. Redirects are written so that there is nothing to follow, but for those that
 * patterns lead to, and those for the time being. Going round in a circle leads nowhere.
 */
async function follow(start: Start, path: string, first: Led): Promise<Lead | null> {
  const { id } = first
  const passed = new Set([foldAddress(path)])
  const own = partQuery(path)
  let status: 301 | 302 = 301
  for (let [led, hop] = [first, 0]; hop < MOST_HOPS; hop++) {
    if (led.status === 410) return { id, status: 410 }
    if (led.status === 302) status = 302
    if (!isOwn(led)) return { id, status, location: locationOf(led) }
    const folded = foldPath(led.toPath)
    if (passed.has(folded)) return null
    passed.add(folded)
    dependsOn(`path:${folded}`)
    const living = await start.db.article.findFirst({
      where: { pathFolded: folded, status: { in: ['PUBLISHED', 'WITHDRAWN'] } },
      select: { path: true },
    })
    const next = living ? null : ((await findExact(start.db, led.toPath)) ?? matching(start, led.toPath))
    // With another query it would be asked for again, and lead back.
    if (!next && own.query !== null && led.toExtra.startsWith('?') && folded === foldPath(own.path)) return null
    if (!next) return { id, status, location: locationOf({ ...led, ...(living && { toPath: living.path }) }) }
    led = { ...next, toExtra: next.toExtra || led.toExtra }
  }
  return null
}
