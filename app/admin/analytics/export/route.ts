import { may } from '@/lib/auth/permissions'
import { readSession } from '@/lib/auth/session'
import { getFigures } from '@/lib/counting/admin-queries'
import { type FigureList, type Figures, readList, readSpan } from '@/lib/counting/figures'
import { csvOf } from '@/lib/csv'
import { database } from '@/lib/db'
import { pointName } from '@/lib/i18n/figure-points'
import { figuresWordsFor } from '@/lib/i18n/figures-words'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

const MOST = 1_000

/** One list of the figures as a file for spreadsheets. */
export async function GET(request: Request): Promise<Response> {
  const db = await database()
  const now = new Date()
  const session = await readSession(db, now)
  if (!session || !may(session.viewer, 'analytics.read')) return new Response(null, { status: 403 })
  const { searchParams } = new URL(request.url)
  const [span, list] = [readSpan(searchParams.get('span')), readList(searchParams.get('list'))]
  if (!list) return new Response(null, { status: 404 })
  const facts = await getSiteFacts(db)
  const figures = await getFigures(db, session.viewer, { span, facts, now, most: MOST })
  if (!figures) return new Response(null, { status: 403 })
  const rows = rowsOf(figures, list, session.viewer.locale ?? facts.site.locale, facts.site.timeZone)
  return new Response(csvOf(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${list}-${span}.csv"`,
    },
  })
}

function rowsOf(figures: Figures, list: FigureList, locale: string, zone: string): (string | number)[][] {
  const words = figuresWordsFor(locale)
  const { span } = figures
  if (list === 'time') {
    // A day as other programs read it.
    const nameOf = (at: number) =>
      span === 'month' ? String(at).replace(/(....)(..)(..)/, '$1-$2-$3') : pointName(span, at, 'en', zone)
    const more = span === 'month' ? [words.aboutReaders] : []
    const rows = figures.series.map(({ at, views, readers = [] }) => [nameOf(at), views, readers].flat())
    return [[words.when[span], words.count, ...more], ...rows]
  }
  const named = figures[list].map((line) => [nameOf(line, list, words), line.views])
  return [[words.lists[list], words.count], ...named]
}

type Shown = { name: string } | { code: string }

function nameOf(line: Shown, list: FigureList, words: ReturnType<typeof figuresWordsFor>): string {
  if ('name' in line) return line.name
  const named: Record<string, string> =
    list === 'sources' ? words.sources : list === 'devices' ? words.devices : words.agents
  return named[line.code] ?? line.code
}
