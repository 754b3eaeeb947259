'use server'

import { z } from 'zod'
import { runCall } from '@/lib/auth/call'
import { findAnything } from './find-admin-queries'

const schema = z.object({ typed: z.string().trim().min(1).max(200) })

/** Asked at each pause of whoever types into "Find or do". */
export async function findAction(sent: unknown) {
  return runCall('desk.read', schema, sent, async ({ typed }, { db, viewer }) => ({
    ok: true as const,
    found: await findAnything(db, viewer, typed.toWellFormed().replaceAll('\0', '')),
  }))
}
