import { CalendarPage } from '@/components/admin/calendar/calendar-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { listPlanned } from '@/lib/articles/planned/admin-queries'
import { readPlanned, weeksOf } from '@/lib/articles/planned/view'
import { admit } from '@/lib/auth/newsroom-start'
import { dayIn, startOf } from '@/lib/calendar/days'
import { addDays } from '@/lib/calendar/grid'

export const dynamic = 'force-dynamic'

type Query = Record<string, string | string[] | undefined>

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const page = await admit('articles.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, now, frame, session, form } = page
  const planned = readPlanned(await searchParams, dayIn(frame.zone, now))
  const days = weeksOf(planned, frame.locale).flat()
  const [first = planned.day, last = planned.day] = [days[0], days.at(-1)]
  const lines = await listPlanned(db, session.viewer, startOf(frame.zone, first), startOf(frame.zone, addDays(last, 1)))
  return <CalendarPage frame={frame} planned={planned} lines={lines} state={form} />
}
