import type { NewsroomFrame } from '@/lib/auth/frame'
import type { Desk } from '@/lib/desk/admin-queries'
import { ExpiringMedia } from './expiring-media'
import { FailedJobs } from './failed-jobs'
import { LongWaiting } from './long-waiting'
import { OpenReports } from './open-reports'
import { SearchedInVain } from './searched-in-vain'
import { WaitingComments } from './waiting-comments'

/**
 * What waits beside the articles, in its order: each card is drawn for those who have to do with it. A new one is a line here
 * and a fact of the desk (lib/desk/admin-queries.ts), null for everybody else.
 */
export function DeskCards({ frame, desk }: { frame: NewsroomFrame; desk: Desk }) {
  const { failed, reports, waiting, long, expiringMedia, searchedInVain } = desk
  return (
    <div className="stack">
      {failed ? <FailedJobs frame={frame} jobs={failed} /> : null}
      {reports ? <OpenReports frame={frame} reports={reports} /> : null}
      {waiting ? <WaitingComments frame={frame} comments={waiting} /> : null}
      <LongWaiting frame={frame} lines={long} />
      {expiringMedia ? <ExpiringMedia frame={frame} count={expiringMedia} /> : null}
      {searchedInVain.length ? <SearchedInVain frame={frame} searches={searchedInVain} /> : null}
    </div>
  )
}
