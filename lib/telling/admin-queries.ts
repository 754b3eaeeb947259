import { z } from 'zod'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

/** One thing that was said to others, or that others said. */
export type Told = {
  id: number
  kind: string
  /** Whom, or what of: an address; empty where the kind says it all. */
  about: string
  state: 'done' | 'waiting' | 'again' | 'failed'
  at: Date
  lastError: string | null
}

const SHOWN = 20
const KINDS = ['telling.indexNow', 'telling.webSub', 'telling.webmention', 'mention.hear']

const aboutSchema = z.object({
  target: z.string().optional(),
  source: z.string().optional(),
  paths: z.array(z.string()).optional(),
})

/** What was told and heard of late, the latest first. One query. */
export async function listTold(db: Database, viewer: Viewer): Promise<Told[]> {
  if (!may(viewer, 'settings.telling')) return []
  const rows = await db.job.findMany({
    where: { kind: { in: KINDS } },
    orderBy: { id: 'desc' },
    take: SHOWN,
    select: {
      ...{ id: true, kind: true, payload: true, runAt: true, attempts: true },
      ...{ lastError: true, failedAt: true, finishedAt: true },
    },
  })
  return rows.map(({ id, kind, payload, runAt, attempts, lastError, failedAt, finishedAt }) => {
    const { source, target, paths } = aboutSchema.parse(payload)
    const about = source ?? target ?? paths?.join(' ') ?? ''
    const at = finishedAt ?? failedAt ?? runAt
    const state = finishedAt ? 'done' : failedAt ? 'failed' : attempts > 0 && lastError ? 'again' : 'waiting'
    return { id, kind, about, state, at, lastError }
  })
}
