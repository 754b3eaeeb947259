import { changePasswordAction } from '@/lib/account/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { Field } from './field'
import { FormAnswer } from './form-answer'
import { Group } from './group'

type Props = { frame: NewsroomFrame; account: { email: string; hasPassword: boolean }; state: FormState | undefined }

export function PasswordGroup({ frame, account, state }: Props) {
  const { words } = frame
  const page = words.accountPage
  return (
    <Group title={page.password} text={account.hasPassword ? page.passwordText : page.setFirstText}>
      <FormAnswer frame={frame} state={state} />
      <form action={changePasswordAction} className="fields">
        <input type="email" name="username" value={account.email} autoComplete="username" readOnly hidden />
        {account.hasPassword ? (
          <Field
            form="password"
            name="current"
            type="password"
            autoComplete="current-password"
            label={page.current}
            words={words}
            state={state}
          />
        ) : null}
        <Field
          form="password"
          name="password"
          type="password"
          autoComplete="new-password"
          label={words.link.newPassword}
          hint={words.link.passwordHint}
          words={words}
          state={state}
        />
        <div>
          <button className="button" type="submit">
            {account.hasPassword ? page.set : page.setFirst}
          </button>
        </div>
      </form>
    </Group>
  )
}
