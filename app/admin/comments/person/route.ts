import { recordDone, recordRefused } from '@/lib/audit/mutations'
import { asksAgain, may } from '@/lib/auth/permissions'
import { readSession } from '@/lib/auth/session'
import { exportPerson } from '@/lib/comments/admin-queries'
import { personObject } from '@/lib/comments/desk-mutations'
import { database } from '@/lib/db'
import { exportReports } from '@/lib/reports/admin-queries'

export const dynamic = 'force-dynamic'

/** One person's comments and reports of errors as a file, for them to have. */
export async function GET(request: Request): Promise<Response> {
  const db = await database()
  const now = new Date()
  const session = await readSession(db, now)
  const email = new URL(request.url).searchParams.get('email') ?? ''
  const act = 'comments.exportPerson'
  if (!session) return new Response(null, { status: 403 })
  const object = personObject(email)
  if (!may(session.viewer, act)) {
    await recordRefused(db, session.viewer, { act, object }, now)
    return new Response(null, { status: 403 })
  }
  if (asksAgain(act, session.confirmedAt, now)) {
    const here = `/admin/comments/person/?email=${encodeURIComponent(email)}`
    const location = `/admin/confirm/?next=${encodeURIComponent(here)}`
    return new Response(null, { status: 303, headers: { location } })
  }
  const comments = await exportPerson(db, session.viewer, email)
  const reports = await exportReports(db, session.viewer, email)
  const details = { comments: comments?.length ?? 0, reports: reports?.length ?? 0 }
  await recordDone(db, session.viewer, { act, object, details }, now)
  return new Response(JSON.stringify({ comments, reports }, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="person.json"',
    },
  })
}
