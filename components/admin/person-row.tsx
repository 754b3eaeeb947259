import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime } from '@/lib/i18n/format'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { changeRoleAction, deactivateAction, makeResetLinkAction, removeSecondFactorAction } from '@/lib/people/actions'
import type { Person } from '@/lib/people/admin-queries'
import { Deactivated } from './deactivated-person'
import { PersonSessions } from './person-sessions'
import { RoleField } from './role-field'

type Props = { frame: NewsroomFrame; person: Person }

export function PersonRow({ frame, person }: Props) {
  const { words, locale, zone, viewer } = frame
  const page = words.peoplePage
  const { name, email, role, seenAt, sessions, hasPassword, deactivatedAt } = person
  return (
    <tr>
      <td>
        <div>
          <span className="name">
            <bdi>{name}</bdi> {person.id === viewer?.id ? <span className="quiet">{words.you}</span> : null}{' '}
            {deactivatedAt ? <span className="tag stop">{page.deactivated}</span> : null}
          </span>
          <span className="meta">
            <bdi>{email}</bdi> {hasPassword ? null : `· ${page.noPassword}`}
          </span>
        </div>
      </td>
      <td data-is={page.role}>{words.roles[role]}</td>
      <td data-is={page.second}>
        <SecondFactor frame={frame} person={person} />
      </td>
      <td data-is={page.seen}>
        {seenAt ? formatDateTime(seenAt, locale, zone) : words.never}
        {sessions.length ? ` · ${page.devices(sessions.length)}` : ''}
      </td>
      <td className="end">
        <details className="manage">
          <summary className="button plain" aria-label={page.manageOf(name)}>
            {page.manage}
          </summary>
          <Manage frame={frame} person={person} />
        </details>
      </td>
    </tr>
  )
}

function SecondFactor({ frame: { words, locale }, person: { hasSecondFactor, passkeys } }: Props) {
  const page = words.peoplePage
  if (!hasSecondFactor && !passkeys) return <span className="tag">{page.none}</span>
  const keys = passkeys ? [passkeyWordsFor(locale).keys(passkeys)] : []
  return <>{[...(hasSecondFactor ? [page.on] : []), ...keys].join(' · ')}</>
}

function Manage({ frame, person }: Props) {
  const { words, viewer } = frame
  const page = words.peoplePage
  const { id, name, role, hasSecondFactor, passkeys, deactivatedAt } = person
  const userId = <input type="hidden" name="userId" value={id} />
  if (deactivatedAt) return <Deactivated frame={frame} person={person} />
  return (
    <div className="fields">
      <form action={changeRoleAction} className="fields">
        {userId}
        <RoleField id={`role-${id}`} label={page.roleOf(name)} words={words} value={role} />
        <p className="hint">{page.changeRoleText(name)}</p>
        <button className="button" type="submit">
          {page.changeRole}
        </button>
      </form>
      <form action={makeResetLinkAction} className="fields">
        {userId}
        <p className="hint">{page.resetText}</p>
        <button className="button" type="submit">
          {page.resetLink}
        </button>
      </form>
      <PersonSessions frame={frame} person={person} />
      {hasSecondFactor || passkeys ? (
        <form action={removeSecondFactorAction} className="fields">
          {userId}
          <p className="hint">{page.removeSecondText}</p>
          <button className="button" type="submit">
            {page.removeSecond}
          </button>
        </form>
      ) : null}
      {id === viewer?.id ? null : (
        <form action={deactivateAction} className="fields">
          {userId}
          <p className="hint">{page.deactivateText}</p>
          <button className="button stop" type="submit">
            {page.deactivate(name)}
          </button>
        </form>
      )}
    </div>
  )
}
