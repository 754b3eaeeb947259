import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { ROLES } from '@/lib/auth/permissions'
import { formatDateTime } from '@/lib/i18n/format'
import { takeInvitationBackAction } from '@/lib/people/actions'
import type { Invitation, Person } from '@/lib/people/admin-queries'
import { FormAnswer } from './form-answer'
import { InviteForm } from './invite-form'
import { NewsroomPage } from './page'
import { PersonRow } from './person-row'
import { ShownLink } from './shown-link'

type Props = { frame: NewsroomFrame; people: Person[]; invitations: Invitation[]; state: FormState | undefined }

export function PeoplePage({ frame, people, invitations, state }: Props) {
  const { words } = frame
  const page = words.peoplePage
  return (
    <NewsroomPage frame={frame} title={words.people} section="people">
      <div className="page-head">
        <div className="grow">
          <h1>{words.people}</h1>
          <p className="meta">{page.intro}</p>
        </div>
        <a className="button" href="#invite">
          {page.invite}
        </a>
      </div>
      {state?.form === 'person' ? <FormAnswer frame={frame} state={state} /> : null}
      {state?.form === 'person' ? <ShownLink frame={frame} state={state} /> : null}
      <table className="list people">
        <caption className="unseen">{page.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{page.name}</th>
            <th scope="col">{page.role}</th>
            <th scope="col">{page.second}</th>
            <th scope="col">{page.seen}</th>
            <th scope="col">
              <span className="unseen">{page.manage}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} frame={frame} person={person} />
          ))}
        </tbody>
      </table>
      <InviteForm frame={frame} state={state?.form === 'invite' ? state : undefined} />
      <Invited frame={frame} invitations={invitations} state={state?.form === 'invitations' ? state : undefined} />
      <section className="column usual-gap" aria-labelledby="roles">
        <header>
          <h2 id="roles">{page.whatRoles}</h2>
        </header>
        <dl className="facts">
          {ROLES.flatMap((role) => [
            <dt key={role}>{words.roles[role]}</dt>,
            <dd key={`${role} does`}>{words.rolesDo[role]}</dd>,
          ])}
        </dl>
      </section>
    </NewsroomPage>
  )
}

function Invited({ frame, invitations, state }: Omit<Props, 'people'>) {
  const { words, locale, zone } = frame
  const page = words.peoplePage
  return (
    <section className="column usual-gap" aria-labelledby="invited">
      <header>
        <h2 id="invited">{page.invited}</h2>
      </header>
      <FormAnswer frame={frame} state={state} />
      {invitations.length ? null : <p className="meta">{page.nobodyInvited}</p>}
      <ul className="rows">
        {invitations.map(({ id, email, role, madeBy, expiresAt }) => (
          <li className="row" key={id}>
            <div className="grow">
              <b>
                <bdi>{email}</bdi>
              </b>{' '}
              {page.asRole(words.roles[role])}
              {expiresAt ? (
                <p className="meta">{page.invitedBy(madeBy, formatDateTime(expiresAt, locale, zone))}</p>
              ) : null}
            </div>
            <form action={takeInvitationBackAction}>
              <input type="hidden" name="linkId" value={id} />
              <button className="button plain stop" type="submit" aria-label={page.takeBackOf(email)}>
                {page.takeBack}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
