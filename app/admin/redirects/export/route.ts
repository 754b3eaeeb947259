import { recordDone, recordRefused } from '@/lib/audit/mutations'
import { readSession } from '@/lib/auth/session'
import { database } from '@/lib/db'
import { streamed } from '@/lib/http/text-answer'
import { exportRedirects } from '@/lib/redirects/admin-queries'

export const dynamic = 'force-dynamic'

/** All redirects as a file, sent as it is read. */
export async function GET(): Promise<Response> {
  const db = await database()
  const now = new Date()
  const session = await readSession(db, now)
  if (!session) return new Response(null, { status: 403 })
  const written = { act: 'redirects.edit', object: 'redirects', details: { did: 'export' } }
  const pieces = exportRedirects(db, session.viewer)
  if (!pieces) {
    await recordRefused(db, session.viewer, written, now)
    return new Response(null, { status: 403 })
  }
  await recordDone(db, session.viewer, written, now)
  return new Response(streamed(pieces), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="redirects.csv"',
    },
  })
}
