import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { formatNumber } from '@/lib/i18n/format'
import { whenWords } from '@/lib/i18n/moments'
import { decideJobAction } from '@/lib/jobs/actions'
import type { FailedJob } from '@/lib/jobs/admin-queries'
import { Icon } from '../icon'

/** What was tried until it was given up, with what went wrong. */
export function FailedJobs({ frame, jobs }: { frame: NewsroomFrame; jobs: FailedJob[] }) {
  const { locale, zone, now, viewer } = frame
  const page = deskWordsFor(locale).desk
  return (
    <section className="column" aria-labelledby="failed">
      <header>
        <h2 id="failed">{page.failed}</h2>
        {jobs.length ? <span className="count stop">{formatNumber(jobs.length, locale)}</span> : null}
      </header>
      {jobs.length ? null : <p className="meta">{page.nothingFailed}</p>}
      {jobs.map(({ id, kind, attempts, failedAt, lastError }) => (
        <div className="notice stop job" key={id}>
          <Icon name="notice" />
          <p>
            <b>{page.jobs[kind] ?? kind}</b>
            <span className="meta">
              {page.tried(attempts, whenWords(failedAt, now, locale, zone))}{' '}
              <bdi lang="en">{lastError?.slice(0, 300)}</bdi>
            </span>
          </p>
          {viewer && may(viewer, 'jobs.retry') ? (
            <form className="actions" action={decideJobAction}>
              <input type="hidden" name="id" value={id} />
              <button className="button" type="submit" name="decision" value="retried">
                {page.retry}
              </button>
              <button className="button plain" type="submit" name="decision" value="dismissed">
                {page.dismiss}
              </button>
            </form>
          ) : null}
        </div>
      ))}
    </section>
  )
}
