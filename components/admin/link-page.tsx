import type { LinkKind, Role } from '@/generated/sqlite/enums'
import { joinAction, resetPasswordAction, signInByLinkAction } from '@/lib/auth/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { listParts } from '@/lib/i18n/format'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { Field } from './field'
import { FormAnswer } from './form-answer'
import { FrontDoor } from './front-door'

/** What a link is for, as far as the page says it. */
export type LinkView = { kind: LinkKind; name: string; email: string; role: Role | null; passkeys: string[] }
type Props = { frame: NewsroomFrame; link: LinkView; token: string; state: FormState | undefined }

/** The page that a one-time link opens: looking at it uses nothing up, its button does. */
export function LinkPage(props: Props) {
  const { kind } = props.link
  if (kind === 'SIGN_IN') return <SignInByLink {...props} />
  return kind === 'RESET' ? <Reset {...props} /> : <Join {...props} />
}

function SignInByLink({ frame, link, token, state }: Props) {
  const { words } = frame
  return (
    <FrontDoor frame={frame} title={words.link.signInTitle}>
      <form action={signInByLinkAction}>
        <FormAnswer frame={frame} state={state} />
        <p>{words.link.signInText(link.name)}</p>
        <input type="hidden" name="token" value={token} />
        <button className="button primary" type="submit">
          {words.link.signIn}
        </button>
      </form>
    </FrontDoor>
  )
}

function Reset({ frame, link, token, state }: Props) {
  const { words } = frame
  return (
    <FrontDoor frame={frame} title={words.link.resetTitle}>
      <form action={resetPasswordAction}>
        <FormAnswer frame={frame} state={state} />
        <p>{words.link.resetText(link.name)}</p>
        <input type="hidden" name="token" value={token} />
        <input type="email" name="username" value={link.email} autoComplete="username" readOnly hidden />
        <NewPassword frame={frame} state={state} />
        <RemovePasskeys frame={frame} names={link.passkeys} />
        <button className="button primary" type="submit">
          {words.link.reset}
        </button>
      </form>
    </FrontDoor>
  )
}

function Join({ frame, link, token, state }: Props) {
  const { words, siteName } = frame
  const isFirst = link.kind === 'FIRST_ADMIN'
  const text = isFirst || !link.role ? words.link.firstText : words.link.joinText(words.roles[link.role])
  return (
    <FrontDoor frame={frame} title={isFirst ? words.link.firstTitle : words.link.joinTitle(siteName)}>
      <form action={joinAction}>
        <FormAnswer frame={frame} state={state} />
        <p>{text}</p>
        <input type="hidden" name="token" value={token} />
        <Field
          form="link"
          name="name"
          autoComplete="name"
          label={words.link.name}
          value={link.name}
          words={words}
          state={state}
        />
        {isFirst ? (
          <Field
            form="link"
            name="email"
            type="email"
            autoComplete="username"
            label={words.signIn.email}
            words={words}
            state={state}
          />
        ) : (
          <div className="field">
            <label htmlFor="link-email">{words.signIn.email}</label>
            <input id="link-email" name="email" type="email" value={link.email} autoComplete="username" readOnly />
          </div>
        )}
        <NewPassword frame={frame} state={state} />
        <button className="button primary" type="submit">
          {words.link.join}
        </button>
      </form>
    </FrontDoor>
  )
}

/** Whoever thinks that somebody else was in their account takes away what the other may have left there. */
function RemovePasskeys({ frame, names }: { frame: NewsroomFrame; names: string[] }) {
  if (!names.length) return null
  const words = passkeyWordsFor(frame.locale)
  return (
    <label className="tick">
      <input type="checkbox" name="removePasskeys" />
      <span>
        {words.removeAll}{' '}
        {listParts([...new Set(names)], frame.locale).map(({ type, value }) =>
          type === 'element' ? <bdi key={value}>{value}</bdi> : value,
        )}
      </span>
    </label>
  )
}

function NewPassword({ frame: { words }, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  return (
    <Field
      form="link"
      name="password"
      type="password"
      autoComplete="new-password"
      label={words.link.newPassword}
      hint={words.link.passwordHint}
      words={words}
      state={state}
    />
  )
}

export function GonePage({ frame }: { frame: NewsroomFrame }) {
  const { words } = frame
  return (
    <FrontDoor frame={frame} title={words.link.goneTitle}>
      <p>{words.link.gone}</p>
      <p className="or" />
      <a className="button" href="/login/">
        {words.link.toSignIn}
      </a>
    </FrontDoor>
  )
}
