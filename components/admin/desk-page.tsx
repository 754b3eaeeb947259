import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import type { Desk } from '@/lib/desk/admin-queries'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { formatWeekday } from '@/lib/i18n/format'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import { DeskColumn } from './desk/desk-column'
import { DeskLines } from './desk/desk-lines'
import { FailedJobs } from './desk/failed-jobs'
import { NextHours } from './desk/next-hours'
import { OpenReports } from './desk/open-reports'
import { WaitingComments } from './desk/waiting-comments'
import { FormAnswer } from './form-answer'
import { NewsroomPage } from './page'

type Props = { frame: NewsroomFrame; desk: Desk; state: FormState | undefined }

/** What waits for whoever looks: what is due, then what is theirs to do. An empty section keeps its head and says so. */
export function DeskPage({ frame, desk, state }: Props) {
  const { words, locale, zone, now, counts } = frame
  const page = deskWordsFor(locale).desk
  const { review, drafts, published, scheduled, scheduledCount, waiting, reports, failed } = desk
  const needs = [
    review.length > 0 && page.reviews(review.length),
    counts.commentsWaiting > 0 && words.deskPage.waiting(counts.commentsWaiting),
    counts.reportsOpen > 0 && trustWordsFor(locale).reports.waiting(counts.reportsOpen),
    failed !== null && failed.length > 0 && page.failures(failed.length),
  ].filter((need) => need !== false)
  return (
    <NewsroomPage frame={frame} title={words.desk} section="desk">
      <div className="page-head">
        <h1 className="edition grow">{formatWeekday(now, locale, zone)}</h1>
        <p className="needs">
          {needs.length ? needs.map((need) => <span key={need}>{need}</span>) : <span>{words.deskPage.empty}</span>}
        </p>
      </div>
      {state?.form === 'job' ? <JobAnswer frame={frame} state={state} /> : null}
      <NextHours frame={frame} lines={scheduled} count={scheduledCount} />
      <div className="desk">
        <div className="stack">
          <DeskColumn
            locale={locale}
            id="review"
            title={page.review}
            count={review.length}
            all={page.allReview}
            href={REVIEW}
            you
          >
            <DeskLines frame={frame} lines={review} empty={page.nothingInReview} shows="review" />
          </DeskColumn>
          <div className="two">
            <DeskColumn
              locale={locale}
              id="mine"
              title={page.mine}
              count={drafts.length}
              all={page.allMine}
              href={MINE}
            >
              <DeskLines frame={frame} lines={drafts} empty={page.noDrafts} shows="draft" />
            </DeskColumn>
            <DeskColumn locale={locale} id="recent" title={page.recent} all={page.allPublished} href={PUBLISHED}>
              <DeskLines frame={frame} lines={published} empty={page.nothingPublished} shows="published" />
            </DeskColumn>
          </div>
        </div>
        {waiting || reports || failed ? (
          <div className="stack">
            {failed ? <FailedJobs frame={frame} jobs={failed} /> : null}
            {reports ? <OpenReports frame={frame} reports={reports} /> : null}
            {waiting ? <WaitingComments frame={frame} comments={waiting} /> : null}
          </div>
        ) : null}
      </div>
    </NewsroomPage>
  )
}

const REVIEW = '/admin/articles/?view=review'
const MINE = '/admin/articles/?view=mine'
const PUBLISHED = '/admin/articles/?view=published'

function JobAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState }) {
  const done = state.done && deskWordsFor(frame.locale).desk.jobsDid[state.done]
  if (!done) return <FormAnswer frame={frame} state={state} />
  return (
    <div className="notice" role="status">
      <p>{done}</p>
    </div>
  )
}
