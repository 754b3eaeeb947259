import { confirmAction } from '@/lib/account/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { passkeyWordsFor } from '@/lib/i18n/passkey-words'
import { Field } from './field'
import { FormAnswer } from './form-answer'
import { FrontDoor } from './front-door'
import { ConfirmWithPasskey } from './passkeys/passkey-door'

type Props = {
  frame: NewsroomFrame
  next: string
  can: { password: boolean; code: boolean; passkey: boolean }
  state: FormState | undefined
}

export function ConfirmPage({ frame, next, can, state }: Props) {
  const { words, viewer } = frame
  return (
    <FrontDoor frame={frame} title={words.confirm.title}>
      <FormAnswer frame={frame} state={state} />
      <p>
        {words.confirm.text} {can.password || can.passkey ? null : words.confirm.noPassword}
      </p>
      <p className="or">{viewer?.name}</p>
      {can.password ? (
        <form action={confirmAction}>
          <input type="hidden" name="next" value={next} />
          <Field
            form="confirm"
            name="password"
            type="password"
            autoComplete="current-password"
            label={words.signIn.password}
            words={words}
            state={state}
          />
          <button className="button primary" type="submit">
            {words.confirm.submit}
          </button>
        </form>
      ) : null}
      {can.passkey ? (
        <>
          {can.password ? <p className="or">{passkeyWordsFor(frame.locale).or}</p> : null}
          <ConfirmWithPasskey locale={frame.locale} next={next} />
        </>
      ) : null}
      {can.code ? (
        <>
          <p className="or">{words.confirm.orCode}</p>
          <form action={confirmAction}>
            <input type="hidden" name="next" value={next} />
            <Field
              form="confirm"
              name="code"
              className="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={9}
              label={words.signIn.code}
              words={words}
              state={state}
            />
            <button className="button" type="submit">
              {words.confirm.submit}
            </button>
          </form>
        </>
      ) : null}
      <footer>
        <a href="/admin/">{words.cancel}</a>
      </footer>
    </FrontDoor>
  )
}
