import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import type { Person } from '@/lib/comments/admin-queries'
import { deskPath, VIEW_NAMES, type View } from '@/lib/comments/desk-view'
import { formatCount } from '@/lib/i18n/format'
import { PersonData } from './person-data'

type Props = { frame: NewsroomFrame; name: string; person: Person | null; view: View; state: FormState | undefined }

/** Who wrote it: what else they wrote, and what is owed to them. */
export function PersonAside({ frame, name, person, view, state }: Props) {
  const { words, locale } = frame
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
      <PersonData frame={frame} email={person?.email ?? null} state={state} />
    </aside>
  )
}
