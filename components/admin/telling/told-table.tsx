import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime } from '@/lib/i18n/format'
import { tellingWordsFor } from '@/lib/i18n/telling-words'
import type { Told } from '@/lib/telling/admin-queries'

/** What was told and heard of late. What was given up is on the desk too, where it can be tried again. */
export function ToldTable({ frame, told }: { frame: NewsroomFrame; told: Told[] }) {
  const { locale, zone } = frame
  const page = tellingWordsFor(locale)
  return (
    <section className="column usual-gap" aria-labelledby="lately">
      <header>
        <h2 id="lately">{page.lately}</h2>
      </header>
      {told.length ? null : <p className="meta">{page.nothing}</p>}
      {told.length ? (
        <table className="list people">
          <caption className="unseen">{page.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{page.what}</th>
              <th scope="col">{page.about}</th>
              <th scope="col">{page.state}</th>
              <th scope="col">{page.when}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ id, kind, about, state, at, lastError }) => (
              <tr key={id}>
                <td>{page.kinds[kind] ?? kind}</td>
                <td data-is={page.about}>
                  <span className="told">
                    <bdi>{about}</bdi>{' '}
                    {lastError ? (
                      <span className="quiet" lang="en" dir="ltr">
                        {lastError.slice(0, 160)}
                      </span>
                    ) : null}
                  </span>
                </td>
                <td data-is={page.state}>
                  {state === 'failed' ? <span className="tag stop">{page.states.failed}</span> : page.states[state]}
                </td>
                <td data-is={page.when}>
                  <time dateTime={at.toISOString()}>{formatDateTime(at, locale, zone)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
