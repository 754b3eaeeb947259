import type { Database } from '@/lib/db'

/** How often a redirect was asked for since it was last written down, and when last. */
export type Hits = { id: number; hits: number; lastHitAt: Date }

/**
 * Adds to what is counted: one short transaction, in one order, so that processes which count at the same moment wait for each
 * other instead of standing in each other's way. No page shows it: nothing hears of it.
 */
export async function addHits(db: Database, counted: readonly Hits[]): Promise<void> {
  const inOrder = [...counted].sort((a, b) => a.id - b.id)
  await db.$transaction(async (tx) => {
    for (const { id, hits, lastHitAt } of inOrder) {
      // One that was removed meanwhile is counted no more.
      await tx.redirect.updateMany({ where: { id }, data: { hits: { increment: hits }, lastHitAt } })
    }
  })
}
