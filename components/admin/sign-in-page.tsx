import { signInAction, signInCodeAction } from '@/lib/auth/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatTime } from '@/lib/i18n/format'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { Field } from './field'
import { FormAnswer } from './form-answer'
import { FrontDoor } from './front-door'
import { Icon } from './icon'
import { SignInWithPasskey } from './passkeys/passkey-door'

export type SignInStep = 'password' | 'code' | 'backup'
/** What happened before: one has signed out, chosen a new password, or taken too long. */
export type Before = 'signedOut' | 'expired' | 'reset'

type Props = {
  frame: NewsroomFrame
  step: SignInStep
  next: string
  state: FormState | undefined
  before: Before | null
}

export function SignInPage({ frame, step, next, state, before }: Props) {
  const { words } = frame
  if (state?.until) return <WaitPage frame={frame} until={state.until} />
  if (step !== 'password') return <CodePage frame={frame} step={step} next={next} state={state} />
  return (
    <FrontDoor frame={frame} title={words.signIn.title}>
      <form action={signInAction}>
        {before ? (
          <div className="notice" role="status">
            <Icon name="done" />
            <p>{before === 'reset' ? words.form.done.passwordReset : words.signIn[before]}</p>
          </div>
        ) : null}
        <FormAnswer frame={frame} state={state} />
        <input type="hidden" name="next" value={next} />
        <Field
          form="sign-in"
          name="email"
          type="email"
          autoComplete="username webauthn"
          label={words.signIn.email}
          words={words}
          state={state}
        />
        <Field
          form="sign-in"
          name="password"
          type="password"
          autoComplete="current-password"
          label={words.signIn.password}
          words={words}
          state={state}
        />
        <button className="button primary" type="submit">
          {words.signIn.submit}
        </button>
      </form>
      <p className="or">{passkeyWordsFor(frame.locale).or}</p>
      <SignInWithPasskey locale={frame.locale} next={next} />
      <footer>
        <p>{frame.mail ? <a href="/login/?step=forgotten">{words.signIn.forgottenLink}</a> : words.signIn.forgotten}</p>
        <p>{words.signIn.noAccount}</p>
      </footer>
    </FrontDoor>
  )
}

function CodePage({ frame, step, next, state }: Omit<Props, 'before'>) {
  const { words } = frame
  const isApp = step === 'code'
  const other = `/login/?${new URLSearchParams({ step: isApp ? 'backup' : 'code', next })}`
  return (
    <FrontDoor frame={frame} title={words.signIn.oneMore}>
      <form action={signInCodeAction}>
        <FormAnswer frame={frame} state={state} />
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="kind" value={isApp ? 'totp' : 'backup'} />
        {isApp ? (
          <Field
            form="code"
            name="code"
            className="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            label={words.signIn.code}
            hint={words.signIn.codeHint}
            words={words}
            state={state}
          />
        ) : (
          <Field
            form="code"
            name="code"
            autoComplete="off"
            maxLength={20}
            label={words.signIn.backupCode}
            hint={words.signIn.backupHint}
            words={words}
            state={state}
          />
        )}
        <button className="button primary" type="submit">
          {words.signIn.goOn}
        </button>
      </form>
      {isApp ? <p className="or">{words.signIn.noPhone}</p> : <p className="or" />}
      <div className="actions">
        <a className="button" href={other}>
          {isApp ? words.signIn.useBackup : words.signIn.useApp}
        </a>
        <a className="button plain" href={`/login/?${new URLSearchParams({ next })}`}>
          {words.signIn.again}
        </a>
      </div>
    </FrontDoor>
  )
}

function WaitPage({ frame, until }: { frame: NewsroomFrame; until: Date }) {
  const { words, locale, zone } = frame
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return (
    <FrontDoor frame={frame} title={words.signIn.waitTitle}>
      <p>{words.signIn.wait(formatTime(until, locale, zone), city)}</p>
      <p className="meta">{words.signIn.waitKnown}</p>
      <footer>
        <p>{words.signIn.forgotten}</p>
      </footer>
    </FrontDoor>
  )
}
