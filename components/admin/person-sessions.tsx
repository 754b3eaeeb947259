import { browserName } from '@/lib/auth/browser-name'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime } from '@/lib/i18n/format'
import { endSessionsAction } from '@/lib/people/actions'
import type { Person } from '@/lib/people/admin-queries'

/** Where somebody is signed in, and how an admin ends that. */
export function PersonSessions({ frame, person }: { frame: NewsroomFrame; person: Person }) {
  const { words, locale, zone } = frame
  const page = words.peoplePage
  const { id: userId, name, sessions } = person
  return (
    <form action={endSessionsAction} className="fields">
      <input type="hidden" name="userId" value={userId} />
      <h3>{page.sessions}</h3>
      {sessions.length ? null : <p className="meta">{page.noSessions}</p>}
      <ul className="rows">
        {sessions.map(({ id, userAgent, address, seenAt }) => {
          const browser = browserName(userAgent) || words.accountPage.unknownBrowser
          return (
            <li className="row" key={id}>
              <div className="grow">
                <bdi>{browser}</bdi>
                <p className="meta">
                  {formatDateTime(seenAt, locale, zone)} · <bdi>{address}</bdi>
                </p>
              </div>
              <button
                className="button plain"
                type="submit"
                name="sessionId"
                value={id}
                aria-label={page.endThereOf(browser, name)}
              >
                {page.endThere}
              </button>
            </li>
          )
        })}
      </ul>
      {sessions.length ? (
        <button className="button" type="submit" name="sessionId" value="">
          {page.endAll}
        </button>
      ) : null}
    </form>
  )
}
