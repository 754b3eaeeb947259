import type { NewsroomFrame } from '@/lib/auth/frame'
import type { DeskCounts } from '@/lib/desk/admin-queries'
import { formatWeekday } from '@/lib/i18n/format'
import { NewsroomPage } from './page'

export function DeskPage({ frame, unfinished }: { frame: NewsroomFrame; unfinished: DeskCounts }) {
  const { words, locale, zone, now, counts } = frame
  const needs = [
    unfinished.inReview > 0 && words.deskPage.inReview(unfinished.inReview),
    counts.commentsWaiting > 0 && words.deskPage.waiting(counts.commentsWaiting),
    unfinished.drafts > 0 && words.deskPage.drafts(unfinished.drafts),
  ].filter((need) => need !== false)
  return (
    <NewsroomPage frame={frame} title={words.desk} section="desk">
      <div className="page-head">
        <h1 className="edition grow">{formatWeekday(now, locale, zone)}</h1>
        <p className="needs">
          {needs.length ? needs.map((need) => <span key={need}>{need}</span>) : <span>{words.deskPage.empty}</span>}
        </p>
      </div>
    </NewsroomPage>
  )
}
