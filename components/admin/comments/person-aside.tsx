import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import type { Person } from '@/lib/comments/admin-queries'
import { erasePersonAction } from '@/lib/comments/desk-actions'
import { deskPath, VIEW_NAMES, type View } from '@/lib/comments/desk-view'
import { formatCount } from '@/lib/i18n/format'
import { FormAnswer } from '../form-answer'

type Props = { frame: NewsroomFrame; name: string; person: Person | null; view: View; state: FormState | undefined }

/** Who wrote it: what else they wrote, and what is owed to them. */
export function PersonAside({ frame, name, person, view, state }: Props) {
  const { words, locale, viewer } = frame
  const page = words.commentsPage
  return (
    <aside className="person" aria-label={page.aboutPerson}>
      <div>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p className="meta">{person ? <bdi>{person.email}</bdi> : page.noAddress}</p>
      </div>
      {person ? (
        <>
          <dl className="tally">
            {VIEW_NAMES.map((kind) => (
              <div key={kind}>
                <dt>{page.views[kind]}</dt>
                <dd>{formatCount(person.tally[kind], locale)}</dd>
              </div>
            ))}
          </dl>
          {person.sameAddress ? <p>{page.sameAddress(person.sameAddress)}</p> : null}
          <p>
            <a href={deskPath({ view, find: person.email })}>{page.onlyPerson}</a>
          </p>
        </>
      ) : null}
      {state?.form === 'erase' ? <FormAnswer frame={frame} state={state} /> : null}
      {person && viewer && may(viewer, 'comments.exportPerson') ? (
        <div className="actions">
          <a className="button" href={`/admin/comments/person/?email=${encodeURIComponent(person.email)}`}>
            {page.exportPerson}
          </a>
          <details className="manage">
            <summary className="button plain stop">{page.erasePerson}</summary>
            <form className="fields" action={erasePersonAction}>
              <input type="hidden" name="email" value={person.email} />
              <p className="hint">{page.eraseText}</p>
              <button className="button stop" type="submit">
                {page.eraseNow}
              </button>
            </form>
          </details>
        </div>
      ) : null}
    </aside>
  )
}
