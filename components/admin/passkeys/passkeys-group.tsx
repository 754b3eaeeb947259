import { removePasskeyAction, renamePasskeyAction } from '@/lib/account/passkey-actions'
import type { OwnPasskey } from '@/lib/account/queries'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime } from '@/lib/i18n/format'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { FormAnswer } from '../form-answer'
import { Group } from '../group'
import { Icon } from '../icon'
import { AddPasskey } from './add-passkey'

type Props = {
  frame: NewsroomFrame
  passkeys: OwnPasskey[]
  /** What a new one is called where its owner says nothing: the browser's name. */
  suggestion: string
  isAdded: boolean
  state: FormState | undefined
}

export function PasskeysGroup({ frame, passkeys, suggestion, isAdded, state }: Props) {
  const words = passkeyWordsFor(frame.locale)
  return (
    <Group title={words.title} text={words.text}>
      {isAdded && !state ? (
        <div className="notice" role="status">
          <Icon name="done" />
          <p>{words.done}</p>
        </div>
      ) : null}
      <FormAnswer frame={frame} state={state} />
      {passkeys.length ? (
        <ul className="rows">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} frame={frame} passkey={passkey} />
          ))}
        </ul>
      ) : (
        <p>{words.none}</p>
      )}
      <AddPasskey locale={frame.locale} suggestion={suggestion} />
    </Group>
  )
}

function PasskeyRow({ frame, passkey }: { frame: NewsroomFrame; passkey: OwnPasskey }) {
  const { locale, zone } = frame
  const words = passkeyWordsFor(locale)
  const { id, name, isSynced, createdAt, usedAt } = passkey
  const when = (at: Date) => formatDateTime(at, locale, zone)
  return (
    <li className="row">
      <div className="grow">
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <span className="quiet">{isSynced ? words.synced : words.oneDevice}</span>
        <p className="meta">
          {words.added(when(createdAt))} · {usedAt ? words.used(when(usedAt)) : words.unused}
        </p>
      </div>
      <details className="manage">
        <summary className="button plain" aria-label={words.manageOf(name)}>
          {words.manage}
        </summary>
        <form action={renamePasskeyAction} className="fields">
          <input type="hidden" name="passkeyId" value={id} />
          <div className="field">
            <label htmlFor={`passkey-${id}`}>{words.name}</label>
            <input
              id={`passkey-${id}`}
              name="name"
              type="text"
              dir="auto"
              maxLength={80}
              required
              defaultValue={name}
            />
          </div>
          <button className="button" type="submit" aria-label={words.renameOf(name)}>
            {words.rename}
          </button>
        </form>
        <form action={removePasskeyAction} className="fields">
          <input type="hidden" name="passkeyId" value={id} />
          <button className="button stop" type="submit" aria-label={words.removeOf(name)}>
            {words.remove}
          </button>
        </form>
      </details>
    </li>
  )
}
