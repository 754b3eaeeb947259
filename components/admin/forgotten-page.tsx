import { askResetAction } from '@/lib/auth/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { Field } from './field'
import { FormAnswer } from './form-answer'
import { FrontDoor } from './front-door'

/** Asks for a letter with a link; what is said afterwards is the same for every address. */
export function ForgottenPage(props: { frame: NewsroomFrame; asked: boolean; state: FormState | undefined }) {
  const { frame, asked, state } = props
  const { words } = frame
  const { askedTitle, askedText, forgottenTitle, forgottenText, sendLink, email } = words.signIn
  const back = (
    <footer>
      <p>
        <a href="/login/">{words.link.toSignIn}</a>
      </p>
    </footer>
  )
  if (asked) {
    return (
      <FrontDoor frame={frame} title={askedTitle}>
        <p role="status">{askedText}</p>
        {back}
      </FrontDoor>
    )
  }
  return (
    <FrontDoor frame={frame} title={forgottenTitle}>
      <form action={askResetAction}>
        <FormAnswer frame={frame} state={state} />
        <Field
          form="forgotten"
          name="email"
          type="email"
          autoComplete="username"
          label={email}
          hint={forgottenText}
          words={words}
          state={state}
        />
        <button className="button primary" type="submit">
          {sendLink}
        </button>
      </form>
      {back}
    </FrontDoor>
  )
}
