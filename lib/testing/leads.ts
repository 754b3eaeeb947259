import { findSpelledPath } from '@/lib/articles/queries'
import type { Database } from '@/lib/db'
import { findLead } from '@/lib/redirects/queries'
import { getSiteFacts } from '@/lib/site/facts'

/** Where an address leads at which no article lives, encoded: by another spelling, a redirect, or a pattern. */
export async function leadsTo(db: Database, path: string): Promise<string | null> {
  const stored = await findSpelledPath(db, path)
  if (stored !== null) return stored
  const lead = await findLead({ db, facts: await getSiteFacts(db) }, path)
  return lead && lead.status !== 410 ? lead.location : null
}
