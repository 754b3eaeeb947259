import { AUDIT_PAGE, type AuditLine } from '@/lib/audit/admin-queries'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime } from '@/lib/i18n/format'
import { NewsroomPage } from './page'

export function AuditPage({ frame, events }: { frame: NewsroomFrame; events: AuditLine[] }) {
  const { words, locale, zone } = frame
  const page = words.auditPage
  const oldest = events.at(-1)
  return (
    <NewsroomPage frame={frame} title={words.audit} section="audit">
      <div className="page-head">
        <div className="grow">
          <h1>{words.audit}</h1>
          <p className="meta">{page.intro}</p>
        </div>
      </div>
      {events.length ? null : <p>{page.none}</p>}
      <table className="list people">
        <caption className="unseen">{page.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{page.who}</th>
            <th scope="col">{page.what}</th>
            <th scope="col">{page.result}</th>
            <th scope="col">{page.when}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, at, actorName, act, object, objectName, refused, details, address }) => (
            <tr key={id}>
              <td>
                <div>
                  <span className="name">
                    <bdi>{actorName || page.somebody}</bdi>
                  </span>
                  <span className="meta">{address}</span>
                </div>
              </td>
              <td data-is={page.what}>
                <span>
                  {page.acts[act] ?? act}{' '}
                  <bdi>{objectName && objectName !== actorName ? objectName : plain(object)}</bdi>{' '}
                  <span className="quiet" dir="ltr">
                    {detailText(details)}
                  </span>
                </span>
              </td>
              <td data-is={page.result}>{refused ? <span className="tag stop">{page.wasRefused}</span> : page.done}</td>
              <td data-is={page.when}>
                <time dateTime={at.toISOString()}>{formatDateTime(at, locale, zone)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {oldest && events.length === AUDIT_PAGE ? (
        <nav className="pages">
          <a className="button" href={`/admin/audit/?before=${oldest.id}`}>
            {page.older}
          </a>
        </nav>
      ) : null}
    </NewsroomPage>
  )
}

/** What has no name is named as the log has it; a person's id tells nobody anything. */
const plain = (object: string) => (object.startsWith('user:') ? '' : object)

/** Kept for whoever takes it back (lib/taxonomy/restore-mutations.ts) or checks the log, and too long to be read. */
const UNSAID = 'kept'

const detailText = (details: Record<string, unknown>) =>
  Object.entries(details)
    .filter(([name]) => name !== UNSAID)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
