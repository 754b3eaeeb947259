import { ArchivePage } from '@/components/archive/archive-page'
import type { Crumb } from '@/components/site/breadcrumb'
import { answerWith } from '@/lib/answer-with'
import { type DateAddress, daysOf } from '@/lib/archives/date-address'
import { ALL } from '@/lib/archives/keys'
import { getArchivePage } from '@/lib/archives/queries'
import { datePath } from '@/lib/articles/paths'
import { movedTo } from '@/lib/http/moved'
import { periodName } from '@/lib/i18n/period'
import type { PageStart } from '@/lib/site/page-frame'
import { NotFound } from './not-found-answer'

/** What was published in a year, a month or on a day. Nothing published is nothing there: 404. */
export async function DateArchive({ start, date }: { start: PageStart; date: DateAddress }) {
  if ('movedTo' in date) {
    answerWith(301, datePath(date.movedTo))
    return null
  }
  const { db, facts, now, frame } = start
  const { digits, page } = date
  if (movedTo(datePath(digits, page))) return null
  const archive = await getArchivePage(db, ALL, page, facts, now, daysOf(digits))
  if (!archive || archive.total === 0) return <NotFound start={start} />
  const { words, locale } = frame()
  const name = periodName(digits, locale)
  return (
    <ArchivePage
      frame={frame()}
      title={name}
      crumb={words.archiveOf(name)}
      above={longerPeriods(digits, locale)}
      description={words.articlesOf(name)}
      archive={archive}
      href={(number) => datePath(digits, number)}
    />
  )
}

/** The year above a month, year and month above a day. */
function longerPeriods(digits: string, locale: string): Crumb[] {
  return [4, 6]
    .filter((length) => length < digits.length)
    .map((length) => digits.slice(0, length))
    .map((period) => ({ name: periodName(period, locale), href: datePath(period) }))
}
