import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { inviteAction } from '@/lib/people/actions'
import { Field } from './field'
import { FormAnswer } from './form-answer'
import { LanguageField } from './language-field'
import { RoleField } from './role-field'
import { ShownLink } from './shown-link'

export function InviteForm({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const { words } = frame
  const page = words.peoplePage
  return (
    <section className="column usual-gap" id="invite" aria-labelledby="invite-head">
      <header>
        <h2 id="invite-head">{page.invite}</h2>
      </header>
      <p className="meta">{frame.mail ? page.inviteByMail : page.inviteText}</p>
      <FormAnswer frame={frame} state={state} />
      <ShownLink frame={frame} state={state} />
      <form action={inviteAction} className="fields">
        <div className="fields two">
          <Field form="invite" name="name" autoComplete="off" label={page.name} words={words} state={state} />
          <Field
            form="invite"
            name="email"
            type="email"
            autoComplete="off"
            label={page.email}
            words={words}
            state={state}
          />
          <RoleField id="invite-role" label={page.role} words={words} value={state?.values.role ?? 'AUTHOR'} />
          <LanguageField
            id="invite-locale"
            label={words.accountPage.language}
            asSite={words.accountPage.siteLanguage}
            value={state?.values.locale ?? ''}
            hint={page.languageText}
          />
        </div>
        <div>
          <button className="button primary" type="submit">
            {frame.mail ? page.sendInvitation : page.makeInvitation}
          </button>
        </div>
      </form>
    </section>
  )
}
